import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressesIn, hostOf, segmentsOf, shownTarget, targetOf } from '../../src/core/url.ts';

describe('a link leads to', () => {
  it.each([
    // plain
    ['https://www.nhs.uk/conditions/lupus/', 'https://www.nhs.uk/conditions/lupus/'],
    ['HTTPS://WWW.NHS.UK/Conditions', 'https://www.nhs.uk/Conditions'],
    ['nhs.uk/conditions', 'https://nhs.uk/conditions'],
    ['//nhs.uk/conditions', 'https://nhs.uk/conditions'],
    ['  https://nhs.uk/x  ', 'https://nhs.uk/x'],
    ['http://nhs.uk:80/x', 'http://nhs.uk/x'],
    ['nhs.uk:8443/x', 'https://nhs.uk:8443/x'],
    // Facebook's shim
    ['https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.nhs.uk%2Fx%3Fa%3D1&h=AT0', 'https://www.nhs.uk/x?a=1'],
    ['https://lm.facebook.com/l.php?u=https%3A%2F%2Fnhs.uk%2F', 'https://nhs.uk/'],
    ['https://www.facebook.com/l.php?u=https%3A%2F%2Fnhs.uk%2F', 'https://nhs.uk/'],
    ['https://www.facebook.com/flx/warn/?u=https%3A%2F%2Fnhs.uk%2F', 'https://nhs.uk/'],
    ['https://l.instagram.com/?u=https%3A%2F%2Fnhs.uk%2F', 'https://nhs.uk/'],
    ['https://l.facebook.com/l.php?u=https%253A%252F%252Fnhs.uk%252F', 'https://nhs.uk/'],
    // search engines, mail, archives
    ['https://www.google.com/url?q=https://nhs.uk/x&sa=U', 'https://nhs.uk/x'],
    ['https://www.google.co.uk/url?url=https%3A%2F%2Fnhs.uk%2Fx', 'https://nhs.uk/x'],
    ['https://www.google.com/amp/s/www.nejm.org/doi/10.1056/x', 'https://www.nejm.org/doi/10.1056/x'],
    ['https://www-nejm-org.cdn.ampproject.org/c/s/www.nejm.org/doi/10.1056/x', 'https://www.nejm.org/doi/10.1056/x'],
    ['https://www.youtube.com/redirect?event=video&q=https%3A%2F%2Fnhs.uk%2F', 'https://nhs.uk/'],
    ['https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fnhs.uk%2Fx&data=1', 'https://nhs.uk/x'],
    ['https://duckduckgo.com/l/?uddg=https%3A%2F%2Fnhs.uk%2F', 'https://nhs.uk/'],
    ['https://web.archive.org/web/20210101000000/https://www.nhs.uk/x', 'https://www.nhs.uk/x'],
    ['https://web.archive.org/web/2021/http://nhs.uk/x?y=1', 'http://nhs.uk/x?y=1'],
    ['https://www.bing.com/ck/a?!&&p=a&u=a1aHR0cHM6Ly9uaHMudWsveA&ntb=1', 'https://nhs.uk/x'],
    ['https://www.bing.com/ck/a?u=a1!!!', 'https://www.bing.com/ck/a?u=a1!!!'],
    ['https://urldefense.com/v3/__https://nhs.uk/x__;!!abc', 'https://nhs.uk/x'],
    ['https://urldefense.proofpoint.com/v2/url?u=https-3A__nhs.uk_x&d=a', 'https://nhs.uk/x'],
    ['https://r.search.yahoo.com/_ylt=A/RO=10/RU=https%3a%2f%2fnhs.uk%2fx/RK=2/RS=x', 'https://nhs.uk/x'],
    ['https://www-cdc-gov.translate.goog/flu/x?_x_tr_sl=en', 'https://www.cdc.gov/flu/x'],
    ['https://www-a--b-org.translate.goog/', 'https://www.a-b.org/'],
    // wrapped twice
    [
      'https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttps%253A%252F%252Fnhs.uk%252F',
      'https://nhs.uk/',
    ],
    // a shim without a target, and pages that only look like one
    ['https://l.facebook.com/l.php?h=AT0', 'https://l.facebook.com/l.php?h=AT0'],
    ['https://evil.example/l.php?u=https%3A%2F%2Fnhs.uk%2F', 'https://evil.example/l.php?u=https%3A%2F%2Fnhs.uk%2F'],
    [
      'https://l.facebook.com.evil.example/l.php?u=https%3A%2F%2Fnhs.uk%2F',
      'https://l.facebook.com.evil.example/l.php?u=https%3A%2F%2Fnhs.uk%2F',
    ],
    ['https://google.com.evil.example/url?q=https://nhs.uk/', 'https://google.com.evil.example/url?q=https://nhs.uk/'],
    // a shim around an address with user info is not unwrapped
    [
      'https://l.facebook.com/l.php?u=https%3A%2F%2Fwho.int%40evil.example%2F',
      'https://l.facebook.com/l.php?u=https%3A%2F%2Fwho.int%40evil.example%2F',
    ],
    // shorteners keep their secret
    ['https://t.co/abc', 'https://t.co/abc'],
    ['https://bit.ly/3abc', 'https://bit.ly/3abc'],
  ])('%s → %s', (link, expected) => {
    expect(targetOf(link)?.href).toBe(expected);
  });

  it.each([
    ['nothing', ''],
    ['words', 'my lupus story'],
    ['a script', 'javascript:alert(1)'],
    ['data', 'data:text/html,x'],
    ['a mail address', 'mailto:a@nhs.uk'],
    ['a file', 'file:///etc/passwd'],
    ['a host without a dot', 'https://localhost/'],
    ['a host that ends in two dots', 'https://who.int../'],
    ['a host of dots', '%2e%2e'],
    ['user info that looks like a listed host', 'https://who.int@evil.example/'],
    ['user info with a password', 'https://who.int:pass@evil.example/'],
    ['a broken escape in the host', 'https://%zz.example/'],
    ['9,000 characters', `https://nhs.uk/${'x'.repeat(9000)}`],
  ])('nowhere: %s', (_, link) => {
    expect(targetOf(link)).toBeNull();
  });

  it('somewhere or nowhere, for any text, and never for ever', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl({ withQueryParameters: true }),
          fc.string().map((text) => `https://l.facebook.com/l.php?u=${text}`),
        ),
        (link) => {
          const target = targetOf(link);
          if (target !== null) expect(target.protocol).toMatch(/^https?:$/);
        },
      ),
    );
    const wrapped = Array.from({ length: 50 }).reduce<string>(
      (inner) => `https://l.facebook.com/l.php?u=${encodeURIComponent(inner)}`,
      'https://nhs.uk/',
    );
    expect(targetOf(wrapped)).toBeNull();
  });
});

describe('a host', () => {
  it.each([
    ['https://www.NEJM.org/x', 'nejm.org'],
    ['https://nejm.org./x', 'nejm.org'],
    ['https://nejm.org:8443/', 'nejm.org'],
    ['https://www.who.int.evil.example/', 'who.int.evil.example'],
    ['https://wwwwho.int/', 'wwwwho.int'],
    ['https://whо.int/', 'xn--wh-gmc.int'],
  ])('of %s is %s', (address, expected) => {
    expect(hostOf(new URL(address))).toBe(expected);
  });
});

it('segments are decoded and in lower case', () => {
  expect(segmentsOf(new URL('https://x.example//Books/NBK1116/%41?a=/b#/c'))).toEqual(['books', 'nbk1116', 'a']);
  expect(segmentsOf(new URL('https://x.example/%zz/b'))).toEqual(['%zz', 'b']);
});

describe('what X shows of a link', () => {
  it.each([
    ['https://t.co/a', 'nhs.uk/conditions/lupus/…', 'https://nhs.uk/conditions/lupus/'],
    ['https://t.co/a?twclid=1', 'https://www.nejm.org/doi/10.1056/x', 'https://www.nejm.org/doi/10.1056/x'],
    ['https://t.co/a', 'read this', 'https://t.co/a'],
    ['https://t.co/a', 'who.int@evil.example', 'https://t.co/a'],
    ['https://t.co/a', 'Dr.Smith says', 'https://t.co/a'],
    ['https://evil.example/', 'nhs.uk/conditions', 'https://evil.example/'],
  ])('%s “%s” → %s', (href, words, expected) => {
    expect(shownTarget(href, words)).toBe(expected);
  });
});

it('addresses written out in a text are found without the punctuation behind them', () => {
  expect(addressesIn('See https://nhs.uk/x, (www.who.int/flu) and https://en.wikipedia.org/wiki/Gout_(disease).')).toEqual([
    'https://nhs.uk/x',
    'www.who.int/flu',
    'https://en.wikipedia.org/wiki/Gout_(disease)',
  ]);
  expect(addressesIn('no address: e.g. http:// or 3.5')).toEqual([]);
});
