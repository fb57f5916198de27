import type { JSX } from 'preact';
import type { ListVersion } from '../core/records.ts';
import { ListLine } from '../ui/list-line.tsx';
import { OutwardLink } from '../ui/outward-link.tsx';
import { Sentence } from '../ui/sentence.tsx';
import type { Translate } from '../ui/translate.ts';
import { LIBRARIES, type Library } from './libraries.ts';
import { CC_BY, type Licence, MIT, ORIGINS, type Origin } from './origins.ts';

export interface AttributionProps {
  readonly list: ListVersion | 'loading' | 'failed';
  readonly t: Translate;
}

/** Whose work the list and the extension are built from, and what may be done with both. */
export function AttributionPage({ list, t }: AttributionProps): JSX.Element {
  return (
    <main class="page">
      <header>
        <h1>{t('attribution_title')}</h1>
        <p>{t('attribution_intro')}</p>
        <ListLine list={list} t={t} />
      </header>
      <section>
        <h2>{t('attribution_licence_heading')}</h2>
        <p>
          <Sentence t={t} id="attribution_licence" parts={[<LicenceLink key="licence" licence={CC_BY} t={t} />]} />
        </p>
      </section>
      <section>
        <h2>{t('attribution_objection_heading')}</h2>
        <p>{t('attribution_objection')}</p>
      </section>
      <section>
        <h2>{t('attribution_origins_heading')}</h2>
        <p>{t('attribution_origins_intro')}</p>
        {ORIGINS.map((origin) => (
          <OriginCard key={origin.name} origin={origin} t={t} />
        ))}
      </section>
      <section>
        <h2>{t('attribution_software_heading')}</h2>
        <p>
          <Sentence t={t} id="attribution_software" parts={[<LicenceLink key="licence" licence={MIT} t={t} />]} />
        </p>
        {LIBRARIES.map((library) => (
          <LibraryCard key={library.name} library={library} t={t} />
        ))}
      </section>
    </main>
  );
}

function LicenceLink({ licence, t }: { readonly licence: Licence; readonly t: Translate }): JSX.Element {
  return (
    <OutwardLink href={licence.url} t={t}>
      {licence.name}
    </OutwardLink>
  );
}

function OriginCard({ origin, t }: { readonly origin: Origin; readonly t: Translate }): JSX.Element {
  const { name, home, gave, edition, licence, credit } = origin;
  return (
    <article class="card">
      <h3>
        <OutwardLink href={home} t={t}>
          {name}
        </OutwardLink>
      </h3>
      <p>{t(gave)}</p>
      <dl>
        <dt>{t('attribution_licence_of')}</dt>
        <dd>
          <LicenceLink licence={licence} t={t} />
        </dd>
        <dt>{t('attribution_edition')}</dt>
        <dd>{edition === null ? t('attribution_no_edition') : editionName(edition, t)}</dd>
        <dt>{t('attribution_credit')}</dt>
        <dd lang="en">{credit}</dd>
      </dl>
    </article>
  );
}

function LibraryCard({ library, t }: { readonly library: Library; readonly t: Translate }): JSX.Element {
  const { name, version, home, licence, notice } = library;
  return (
    <article class="card">
      <h3>
        <OutwardLink href={home} t={t}>
          {name}
        </OutwardLink>
      </h3>
      <details>
        <summary>{t('attribution_library', version, licence)}</summary>
        <pre lang="en">{notice}</pre>
      </details>
    </article>
  );
}

/** `2024`, or a month (`2026-05`) as the reader writes it. */
function editionName(edition: string, t: Translate): string {
  if (!edition.includes('-')) return edition;
  const month = new Intl.DateTimeFormat(t('language'), { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return month.format(new Date(`${edition}-01T00:00:00Z`));
}
