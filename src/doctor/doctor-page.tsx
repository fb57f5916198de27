import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { DoctorSheet } from '../core/handover.ts';
import type { Nearness } from '../core/nearness.ts';
import type { ListVersion } from '../core/records.ts';
import type { Records } from '../messages.ts';
import { dayName } from '../ui/names.ts';
import type { Translate } from '../ui/translate.ts';
import { type Item, sectionsOf } from './sections.ts';

/** What the page was opened with, and what the list knows of it; `null` where that could not be read. */
export interface Shown {
  readonly sheet: DoctorSheet;
  readonly records: Records | null;
  readonly list: ListVersion | null;
  readonly near: Nearness;
}

export interface DoctorPageProps {
  /** `null`: the page was reloaded and has forgotten it. */
  readonly shown: Shown | null;
  /** Today, YYYY-MM-DD. */
  readonly day: string;
  readonly t: Translate;
  onPrint(): void;
}

/** The sources of a post on one page of paper: those that are chosen, and nothing of the post. */
export function DoctorPage({ shown, day, t, onPrint }: DoctorPageProps): JSX.Element {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  if (!shown) {
    return (
      <main class="page">
        <h1>{t('doctor_title')}</h1>
        <p class="notice">{t('doctor_gone')}</p>
      </main>
    );
  }
  const choose = (key: string, chosen: boolean) =>
    setLeft(new Set(chosen ? [...left].filter((other) => other !== key) : [...left, key]));
  return (
    <main class="page sheet">
      <header>
        <h1>{t('doctor_title')}</h1>
        <p class="screen">{t('doctor_intro')}</p>
        <p class="screen">
          <button type="button" class="press" onClick={onPrint}>
            {t('doctor_print')}
          </button>
        </p>
        {!shown.records && <p class="notice screen">{t('records_failed')}</p>}
      </header>
      {sectionsOf(shown.sheet, shown.records, shown.near, t).map(({ heading, about, items }) => (
        <section key={heading} class={items.every(({ key }) => left.has(key)) ? 'screen' : undefined}>
          <h2>{heading}</h2>
          {about !== null && <p class="soft">{about}</p>}
          <ul class="items">
            {items.map((item) => (
              <Choice key={item.key} item={item} chosen={!left.has(item.key)} t={t} onChoose={(on) => choose(item.key, on)} />
            ))}
          </ul>
        </section>
      ))}
      <footer class="soft">
        <p>{t('doctor_note')}</p>
        <p>
          {t('doctor_printed', dayName(day, t))} {shown.list && t('copy_made_by', shown.list.version)}
        </p>
      </footer>
    </main>
  );
}

interface ChoiceProps {
  readonly item: Item;
  readonly chosen: boolean;
  readonly t: Translate;
  onChoose(chosen: boolean): void;
}

function Choice({ item: { name, detail, address, flags }, chosen, t, onChoose }: ChoiceProps): JSX.Element {
  return (
    <li class={chosen ? undefined : 'screen left-out'}>
      <input
        type="checkbox"
        class="screen"
        aria-label={t('doctor_choose', name)}
        checked={chosen}
        onChange={(event) => onChoose(event.currentTarget.checked)}
      />
      <div>
        <strong>{name}</strong> <span class="soft">{detail}</span>
        {flags.length > 0 && <span class="flags"> {flags.join(' · ')}</span>}
        {address !== null && <div class="address">{address}</div>}
      </div>
    </li>
  );
}
