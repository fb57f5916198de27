import type { MessageId, Translate } from './translate.ts';
import './theme.css';
import './page.css';

/** Gives one of the extension's own pages its language, title and theme, and keeps the theme the browser's. */
export function dressPage(document: Document, title: MessageId, t: Translate): void {
  const { documentElement: root, defaultView: window } = document;
  root.lang = t('language');
  root.dir = t('direction');
  titlePage(document, title, t);
  const dark = window?.matchMedia('(prefers-color-scheme: dark)');
  const colour = () => {
    root.dataset['theme'] = dark?.matches ? 'dark' : 'light';
  };
  colour();
  dark?.addEventListener('change', colour);
}

export function titlePage(document: Document, title: MessageId, t: Translate): void {
  document.title = title === 'name' ? t('name') : t('page_title', t(title), t('name'));
}
