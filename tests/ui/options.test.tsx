// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, test, vi } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../src/core/settings.ts';
import { type OptionsProps, OptionsView } from '../../src/ui/options-view.tsx';
import { buttonIn, LABEL_NAMES, live, namesOf, OPTIONS, press, shown, switchesIn, type } from './settings.tsx';

const CLINIC = { host: 'clinic.example', name: 'Our clinic', kind: 'hospital' as const };
const ORPHANET = { id: 'orphanet', name: 'Orphanet', kind: 'reference-work' as const, country: 'INT' };

function options(given: Partial<OptionsProps> = {}): HTMLElement {
  return shown(<OptionsView {...OPTIONS} {...given} />);
}

/** What a change of the settings by `act` comes to. */
function changed(by: (place: HTMLElement) => void, settings: Partial<Settings> = {}): readonly unknown[] {
  const lived = live(settings);
  by(options({ live: lived }));
  return lived.change.mock.calls.map(([next]) => next);
}

const click = (place: HTMLElement, id: string) => act(() => place.querySelector<HTMLElement>(`#${id}`)?.click());

test('lead to our other pages', () => {
  const links = [...options().querySelectorAll('a')].map((link) => link.getAttribute('href'));
  expect(links).toEqual(expect.arrayContaining(Object.values(OPTIONS.pages)));
});

test('have a switch for every site and label and for comments', () => {
  expect(namesOf(options())).toEqual([
    'Mark posts on X',
    'Mark posts on Facebook',
    ...LABEL_NAMES,
    'Mark comments under posts too',
  ]);
});

test('explain every field in a sentence', () => {
  const place = options({ live: live({ languages: ['es'], ownSources: [CLINIC], mutedSources: ['orphanet'] }) });
  const fields = [...place.querySelectorAll('input:not([type="file"]), select')];
  expect(fields.length).toBeGreaterThan(15);
  for (const field of fields.filter(({ id }) => id !== 'own-name' && id !== 'own-kind')) {
    const ids = field.getAttribute('aria-describedby')?.split(' ') ?? [];
    expect(ids.map((id) => place.querySelector(`#${id}`)?.textContent).join(' '), field.id).toMatch(/\.\s*$/);
  }
});

describe('every field changes that and nothing else', () => {
  test.each<[id: string, change: Partial<Settings>]>([
    ['site-facebook', { sites: { x: true, facebook: false } }],
    ['label-no-source', { labels: { ...DEFAULT_SETTINGS.labels, 'no-source': false } }],
    ['comments', { comments: false }],
    ['strictness-balanced', { strictness: 'balanced' }],
    ['badge-text-larger', { badgeText: 'larger' }],
  ])('%s', (id, change) => {
    expect(changed((place) => click(place, id))).toEqual([{ ...DEFAULT_SETTINGS, ...change }]);
  });

  test.each<[field: string, value: string, before: Partial<Settings>, change: Partial<Settings>]>([
    ['language', 'pt-BR', {}, { languages: ['pt-BR'] }],
    ['language', 'en', { languages: ['es'] }, { languages: ['es', 'en'] }],
    ['country', 'MX', {}, { country: 'MX' }],
    ['country', '', { country: 'MX' }, { country: null }],
  ])('%s: %s', (field, value, before, change) => {
    expect(changed((place) => type(place, field, value), before)).toEqual([{ ...DEFAULT_SETTINGS, ...before, ...change }]);
  });
});

describe('languages and countries', () => {
  test('have the names that the reader knows, in the order of these names', () => {
    const names = [...options().querySelectorAll('#country option')].map(({ textContent }) => textContent);
    expect(names.slice(0, 3)).toEqual(['As my browser tells', 'Afghanistan', 'Åland Islands']);
    expect(names).toHaveLength(245);
  });

  test('a language is offered once, can be put first and be removed', () => {
    const settings: Partial<Settings> = { languages: ['es', 'pt', 'en'] };
    const place = options({ live: live(settings) });
    const offered = [...place.querySelectorAll<HTMLOptionElement>('#language option')].map(({ value }) => value);
    expect(offered).not.toContain('pt');
    expect(offered).toContain('fr');
    expect(changed((page) => press(page, 'Put first, Portuguese'), settings)).toMatchObject([{ languages: ['pt', 'es', 'en'] }]);
    expect(changed((page) => press(page, 'Remove, Spanish'), settings)).toMatchObject([{ languages: ['pt', 'en'] }]);
    expect(() => buttonIn(place, 'Put first, Spanish')).toThrow();
  });
});

describe("the reader's own sources", () => {
  function add(address: string, name: string) {
    return (place: HTMLElement) => {
      type(place, 'own-host', address);
      type(place, 'own-name', name);
      type(place, 'own-kind', 'patient-organisation');
      press(place, 'Add');
    };
  }

  test('are added by the address of any page', () => {
    const added = { host: 'lupus-group.example', name: 'Our group', kind: 'patient-organisation' };
    expect(changed(add('https://www.lupus-group.example/meetings?x=1', ' Our  group '), { ownSources: [CLINIC] })).toMatchObject([
      { ownSources: [CLINIC, added] },
    ]);
  });

  test('are told to be added, and the form is empty for the next', () => {
    const place = options();
    add('lupus-group.example', 'Our group')(place);
    expect(place.textContent).toContain('Our group is on your list.');
    expect(place.querySelector<HTMLInputElement>('#own-host')?.value).toBe('');
  });

  test.each([
    ['our group', 'Our group', 'That is no web address.'],
    ['', '', 'That is no web address.'],
    ['x.com', 'X', "X and Facebook themselves can't be a source"],
    ['github.io', 'GitHub', 'Many different people have pages on github.io.'],
    ['www.clinic.example', 'Again', 'clinic.example is on your list already.'],
    ['lupus-group.example', '  ', 'Give it a name'],
  ])('"%s", "%s" is not added, and why is said aloud', (address, name, says) => {
    const lived = live({ ownSources: [CLINIC] });
    const place = options({ live: lived });
    add(address, name)(place);
    expect(place.querySelector('#own-fault')?.textContent).toContain(says);
    expect(place.querySelectorAll('[aria-invalid="true"]')).toHaveLength(1);
    expect(lived.change).not.toHaveBeenCalled();
    // What was typed stays to be mended.
    expect(place.querySelector<HTMLInputElement>('#own-host')?.value).toBe(address);
  });

  test('can be changed, to another host too', () => {
    const change = (place: HTMLElement) => {
      press(place, 'Change, Our clinic');
      expect(place.querySelector<HTMLInputElement>('#own-name')?.value).toBe('Our clinic');
      type(place, 'own-host', 'new.clinic.example');
      press(place, 'Save');
    };
    expect(changed(change, { ownSources: [CLINIC] })).toMatchObject([
      { ownSources: [{ ...CLINIC, host: 'new.clinic.example' }] },
    ]);
  });

  test('a change that is called off changes nothing', () => {
    const place = options({ live: live({ ownSources: [CLINIC] }) });
    press(place, 'Change, Our clinic');
    press(place, 'Cancel');
    expect(place.querySelector<HTMLInputElement>('#own-host')?.value).toBe('');
    expect(buttonIn(place, 'Add').disabled).toBe(false);
  });

  test('can be removed', () => {
    expect(changed((place) => press(place, 'Remove, Our clinic'), { ownSources: [CLINIC] })).toEqual([DEFAULT_SETTINGS]);
  });
});

describe('muted sources', () => {
  test('are listed by name, and can be unmuted', () => {
    const lived = live({ mutedSources: ['orphanet', 'gone'] });
    const place = options({
      live: lived,
      muted: new Map([
        ['orphanet', ORPHANET],
        ['gone', null],
      ]),
    });
    expect(place.textContent).toContain('Medical reference work · International');
    expect(place.textContent).toContain('no longer on our list');
    press(place, 'Unmute, Orphanet');
    expect(lived.change.mock.calls).toMatchObject([[{ mutedSources: ['gone'] }]]);
  });

  test('that are still asked for are not said to be gone', () => {
    const place = options({ live: live({ mutedSources: ['orphanet'] }), muted: new Map() });
    expect(buttonIn(place, 'Unmute, orphanet').disabled).toBe(false);
    expect(place.textContent).not.toContain('no longer on our list');
  });

  test('without the list have their ids at least', () => {
    const place = options({ live: live({ mutedSources: ['orphanet'] }), muted: 'failed' });
    expect(buttonIn(place, 'Unmute, orphanet').disabled).toBe(false);
  });

  test('are found by what is typed', () => {
    const onSearch = vi.fn();
    type(options({ onSearch }), 'mute-search', 'orpha');
    expect(onSearch.mock.calls).toEqual([['orpha']]);
  });

  test('what was found can be muted, once', () => {
    const found = [ORPHANET, { ...ORPHANET, id: 'orphan', name: 'Orphan Foundation' }];
    const lived = live({ mutedSources: ['orphan'] });
    const place = options({ live: lived, found });
    expect(place.textContent).toContain('2 sources found.');
    expect(() => buttonIn(place, 'Mute, Orphan Foundation')).toThrow();
    press(place, 'Mute, Orphanet');
    expect(lived.change.mock.calls).toMatchObject([[{ mutedSources: ['orphan', 'orphanet'] }]]);
  });

  test.each<[found: OptionsProps['found'], says: string]>([
    [[], 'Our list has no source like that.'],
    [[ORPHANET], '1 source found.'],
    ['failed', 'Our list could not be read'],
  ])('what came of a search is said: %j', (found, says) => {
    expect(options({ found }).textContent).toContain(says);
  });
});

describe('a settings file', () => {
  test('is saved with the settings as they are', () => {
    const onSave = vi.fn();
    press(options({ live: live({ comments: false }), onSave }), 'Save to a file');
    expect(onSave.mock.calls).toEqual([[{ ...DEFAULT_SETTINGS, comments: false }]]);
  });

  async function loading(given: Partial<OptionsProps>): Promise<HTMLElement> {
    const place = options(given);
    const input = place.querySelector<HTMLInputElement>('input[type="file"]') as HTMLInputElement;
    Object.defineProperty(input, 'files', { value: [new File(['{}'], 'settings.json')] });
    await act(async () => {
      input.dispatchEvent(new Event('change', { bubbles: true }));
    });
    return place;
  }

  test('is taken, and what was taken and what not is told; then it can be undone', async () => {
    const lived = live({ country: 'MX' });
    const settings: Settings = { ...DEFAULT_SETTINGS, comments: false };
    const place = await loading({
      live: lived,
      load: async () => ({ settings, taken: ['comments', 'ownSources'], left: ['ownSources'], unknown: 2 }),
    });
    expect(lived.change.mock.calls).toEqual([[settings]]);
    expect(place.textContent).toContain('Taken from the file: Mark comments under posts too and Your own sources.');
    expect(place.textContent).toContain('Not taken, or not all of it: Your own sources.');
    expect(place.textContent).toContain('2 entries of the file are not known to this version.');
    press(place, 'Undo');
    expect(lived.change.mock.calls.at(-1)).toEqual([{ ...DEFAULT_SETTINGS, country: 'MX' }]);
    expect(place.textContent).toContain('Your settings are as they were.');
  });

  test('that is none changes nothing, and that is said aloud', async () => {
    const lived = live();
    const place = await loading({ live: lived });
    expect(lived.change).not.toHaveBeenCalled();
    const said = [...place.querySelectorAll('[role="alert"]')].map(({ textContent }) => textContent).join('');
    expect(said).toContain('That is no settings file');
  });
});

describe('the reset', () => {
  const BEFORE: Partial<Settings> = { comments: false, ownSources: [CLINIC], pausedUntil: 'always' };

  test('asks first, with the focus on what changes nothing', () => {
    const lived = live(BEFORE);
    const place = options({ live: lived });
    press(place, 'Reset all settings');
    expect(place.textContent).toContain('also removes your own sources');
    expect(document.activeElement?.textContent).toBe('No, keep them');
    press(place, 'No, keep them');
    expect(lived.change).not.toHaveBeenCalled();
  });

  test('puts everything back, and can be undone until something else is changed', () => {
    const lived = live(BEFORE);
    const place = options({ live: lived });
    press(place, 'Reset all settings');
    press(place, 'Yes, reset');
    expect(lived.change.mock.calls).toEqual([[DEFAULT_SETTINGS]]);
    expect(document.activeElement?.textContent).toBe('Undo');
    press(place, 'Undo');
    expect(lived.change.mock.calls[1]).toEqual([{ ...DEFAULT_SETTINGS, ...BEFORE }]);

    press(place, 'Reset all settings');
    press(place, 'Yes, reset');
    click(place, 'comments');
    expect(() => buttonIn(place, 'Undo')).toThrow();
  });
});

test('settings of a newer version are shown and can not be changed', () => {
  const place = options({ live: live({ languages: ['es'], ownSources: [CLINIC], mutedSources: ['orphanet'] }, { newer: true }) });
  expect(place.textContent).toContain('saved by a newer version');
  for (const field of place.querySelectorAll<HTMLInputElement>('input, select')) {
    expect(field.disabled || field.closest('fieldset')?.disabled, field.id).toBe(true);
  }
  const enabled = [...place.querySelectorAll('button')].filter(({ disabled }) => !disabled);
  expect(enabled.map(({ textContent }) => textContent)).toEqual(['Save to a file']);
});

test.each([
  ['refused', 'could not be saved'],
  ['no-room', 'more than your browser has room for'],
] as const)('that a change was not saved is said aloud: %s', (problem, says) => {
  const alert = options({ live: live({}, { problem }) }).querySelector('[role="alert"]');
  expect(alert?.textContent).toContain(says);
});

test('until the settings are read there is nothing to press', () => {
  const place = options({ live: { stored: null, problem: null, change() {} } });
  expect(switchesIn(place)).toEqual([]);
  expect(place.querySelectorAll('button')).toHaveLength(0);
  expect(place.textContent).toContain('Reading your settings');
});

test('a pause is told where it can be ended', () => {
  expect(options().textContent).not.toContain('Paused');
  expect(changed((place) => press(place, 'Resume'), { pausedUntil: 'always' })).toEqual([DEFAULT_SETTINGS]);
});
