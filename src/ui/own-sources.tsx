import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { type HostProblem, type OwnSource, ownHostFrom } from '../core/own-sources.ts';
import { LONGEST_NAME, ownNameFrom } from '../core/settings.ts';
import { OTHER_KINDS, RECOGNISED_KINDS, type SourceKind } from '../core/source.ts';
import { KIND_NAMES } from './names.ts';
import { Row } from './row.tsx';
import type { SettingProps } from './switches.tsx';
import type { MessageId } from './translate.ts';

export interface OwnSourcesProps extends SettingProps {
  /** Whether a host belongs to many. */
  isShared(host: string): boolean;
}

interface Draft {
  readonly address: string;
  readonly name: string;
  readonly kind: SourceKind;
}

interface Fault {
  readonly field: 'host' | 'name';
  readonly text: MessageId;
  readonly host: string;
}

const EMPTY: Draft = { address: '', name: '', kind: 'hospital' };
const KINDS: readonly SourceKind[] = [...RECOGNISED_KINDS, ...OTHER_KINDS];

/** The reader's own sources: a list of them, and a form to add one or to change it. */
export function OwnSources({ settings, disabled, t, onChange, isShared }: OwnSourcesProps): JSX.Element {
  const { ownSources } = settings;
  const [draft, setDraft] = useState<Draft>(EMPTY);
  /** The host of the one that is being changed. */
  const [changed, setChanged] = useState<string | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [news, setNews] = useState('');
  const address = useRef<HTMLInputElement>(null);

  function begin(source: OwnSource | null): void {
    setDraft(source ? { address: source.host, name: source.name, kind: source.kind } : EMPTY);
    setChanged(source?.host ?? null);
    setFault(null);
    setNews('');
    address.current?.focus();
  }

  function submit(event: Event): void {
    event.preventDefault();
    const source = sourceFrom(draft, isShared);
    const others = ownSources.filter(({ host }) => host !== changed);
    if (!('kind' in source)) {
      setFault(source);
    } else if (others.some(({ host }) => host === source.host)) {
      setFault({ field: 'host', text: 'own_wrong_twice', host: source.host });
    } else {
      onChange({ ...settings, ownSources: [...others, source] });
      begin(null);
      setNews(t('own_added', source.name));
    }
  }

  function remove({ host, name }: OwnSource): void {
    onChange({ ...settings, ownSources: ownSources.filter((other) => other.host !== host) });
    // The button that was pressed is gone.
    begin(null);
    setNews(t('own_removed', name));
  }

  return (
    <>
      {ownSources.length === 0 && <p class="soft">{t('own_none')}</p>}
      <ul class="rows">
        {ownSources.map((source) => (
          <Row
            key={source.host}
            id={`own-${source.host}`}
            name={source.name}
            detail={
              <>
                <bdi>{source.host}</bdi> · {t(KIND_NAMES[source.kind])}
              </>
            }
            disabled={disabled}
            actions={[
              { name: t('change'), onPress: () => begin(source) },
              { name: t('remove'), onPress: () => remove(source) },
            ]}
          />
        ))}
      </ul>
      <form class="fields" noValidate onSubmit={submit}>
        <div>
          <label for="own-host">{t('own_host')}</label>
          <input
            id="own-host"
            ref={address}
            type="text"
            inputMode="url"
            autoComplete="off"
            autoCapitalize="none"
            spellcheck={false}
            dir="ltr"
            value={draft.address}
            disabled={disabled}
            aria-describedby="own-host-explained own-fault"
            aria-invalid={fault?.field === 'host'}
            onInput={({ currentTarget }) => setDraft({ ...draft, address: currentTarget.value })}
          />
          <p id="own-host-explained" class="soft">
            {t('own_host_explained')}
          </p>
        </div>
        <div>
          <label for="own-name">{t('own_name')}</label>
          <input
            id="own-name"
            type="text"
            autoComplete="off"
            maxLength={LONGEST_NAME}
            dir="auto"
            value={draft.name}
            disabled={disabled}
            aria-describedby="own-fault"
            aria-invalid={fault?.field === 'name'}
            onInput={({ currentTarget }) => setDraft({ ...draft, name: currentTarget.value })}
          />
        </div>
        <div>
          <label for="own-kind">{t('own_kind')}</label>
          <select
            id="own-kind"
            value={draft.kind}
            disabled={disabled}
            onChange={({ currentTarget }) => setDraft({ ...draft, kind: currentTarget.value as SourceKind })}
          >
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(KIND_NAMES[kind])}
              </option>
            ))}
          </select>
        </div>
        <div id="own-fault" role="alert">
          {fault && <p class="notice">{t(fault.text, fault.host)}</p>}
        </div>
        <p class="buttons">
          <button type="submit" class="press" disabled={disabled}>
            {t(changed === null ? 'own_add' : 'own_save')}
          </button>
          {changed !== null && (
            <button type="button" class="press" onClick={() => begin(null)}>
              {t('own_cancel')}
            </button>
          )}
        </p>
        <p role="status">{news}</p>
      </form>
    </>
  );
}

function sourceFrom(draft: Draft, isShared: (host: string) => boolean): OwnSource | Fault {
  const found = ownHostFrom(draft.address, isShared);
  if ('problem' in found) return { field: 'host', text: FAULTS[found.problem], host: draft.address.trim() };
  const name = ownNameFrom(draft.name);
  return name === '' ? { field: 'name', text: 'own_wrong_name', host: found.host } : { ...found, name, kind: draft.kind };
}

const FAULTS: Readonly<Record<HostProblem, MessageId>> = {
  'not-a-host': 'own_wrong_host',
  shared: 'own_wrong_shared',
  site: 'own_wrong_site',
};
