import { describe, expect, it } from 'vitest';
import { shippedEngine } from '../../src/cli/shipped-engine.ts';

// Addresses as posts have them, and whose they are by the shipped list: a source's id, or '' for nobody's.

const engine = shippedEngine();

describe('the reference works', () => {
  it.each([
    ['https://www.orpha.net/en/disease/detail/98249', 'orphanet'],
    ['https://www.orpha.net/consor/cgi-bin/OC_Exp.php?lng=EN&Expert=98249', 'orphanet'],
    ['http://orpha.net', 'orphanet'],
    ['https://ORPHA.NET/fr', 'orphanet'],
    ['https://orpha.net./en', 'orphanet'],
    ['https://orpha.net:443/en', 'orphanet'],
    ['https://www.orpha.net@evil.example/', ''],
    ['https://orpha.net.evil.example/en/disease', ''],
    ['https://evil.example/orpha.net', ''],
    ['https://0rpha.net/', ''],
    ['https://xn--rpha-55d.net/', ''],
    ['https://rarediseases.info.nih.gov/diseases/6322/index', 'gard'],
    ['https://rarediseases.org/rare-diseases/ehlers-danlos-syndrome/', 'nord'],
    ['https://medlineplus.gov/lupus.html', 'medlineplus'],
    ['https://medlineplus.gov/genetics/condition/cystic-fibrosis/', 'medlineplus-genetics'],
    ['https://medlineplus.gov/ency/article/000437.htm', 'medlineplus'],
    ['https://omim.org/entry/219700', 'omim'],
    ['https://www.omim.org/entry/219700?search=cf', 'omim'],
    ['https://www.ncbi.nlm.nih.gov/medgen/41393', 'medgen'],
    ['https://www.ncbi.nlm.nih.gov/books/NBK1250/', 'genereviews'],
    ['https://www.ncbi.nlm.nih.gov/books/NBK430685/', 'statpearls'],
    ['https://www.ncbi.nlm.nih.gov/books/', 'ncbi-bookshelf'],
    ['https://pubmed.ncbi.nlm.nih.gov/33301246/', 'pubmed'],
    ['https://www.ncbi.nlm.nih.gov/pubmed/33301246', 'pubmed'],
    ['https://www.ncbi.nlm.nih.gov/pmc/articles/PMC7745181/', 'pmc'],
    ['https://pmc.ncbi.nlm.nih.gov/articles/PMC7745181/', 'pmc'],
    ['https://europepmc.org/article/MED/33301246', 'europe-pmc'],
    ['https://clinicaltrials.gov/study/NCT04368728', 'clinicaltrials-gov'],
    ['https://www.clinicaltrials.gov/ct2/show/NCT04368728', 'clinicaltrials-gov'],
    ['https://www.isrctn.com/ISRCTN50189673', 'isrctn'],
    ['https://www.nhs.uk/conditions/lupus/', 'nhs'],
    ['https://nhs.uk/conditions/lupus', 'nhs'],
    ['https://www.royalfree.nhs.uk/services', 'royal-free'],
    ['https://www.gosh.nhs.uk/conditions-and-treatments/', 'gosh'],
    ['https://111.wales.nhs.uk/', 'nhs-111-wales'],
    ['https://nhs.uk.evil.example/', ''],
    ['https://www.nhsinform.scot/illnesses-and-conditions/', 'nhs-inform'],
    ['https://www.mayoclinic.org/diseases-conditions/lupus/symptoms-causes/syc-20365789', 'mayo-clinic'],
    ['https://my.clevelandclinic.org/health/diseases/4875-lupus', 'cleveland-clinic'],
    ['https://www.msdmanuals.com/home/', 'msd-manuals'],
    ['https://www.merckmanuals.com/professional', 'msd-manuals'],
    ['https://dermnetnz.org/topics/epidermolysis-bullosa', 'dermnet'],
    ['https://bestpractice.bmj.com/topics/en-gb/103', 'bmj-best-practice'],
  ])('%j → %j', (href, source) => {
    expect(citedBy(href)).toBe(source);
  });
});

describe('health agencies', () => {
  it.each([
    ['https://www.who.int/news-room/fact-sheets/detail/measles', 'who'],
    ['https://apps.who.int/iris/handle/10665/44203', 'who'],
    ['https://www.who.int.co/', ''],
    ['https://wh0.int/', ''],
    ['https://www.cdc.gov/measles/index.html', 'cdc'],
    ['https://wwwnc.cdc.gov/eid/article/26/1/19-0001_article', 'emerging-infectious-diseases'],
    ['https://www.fda.gov/drugs', 'fda'],
    ['https://www.nih.gov/news-events', 'nih'],
    ['https://www.ninds.nih.gov/health-information/disorders/ataxia', 'ninds'],
    ['https://www.cancer.gov/types', 'nci'],
    ['https://www.ecdc.europa.eu/en/measles', 'ecdc'],
    ['https://www.ema.europa.eu/en/medicines', 'ema'],
    ['https://europa.eu/', ''],
    ['https://www.gov.uk/government/organisations/uk-health-security-agency', 'ukhsa'],
    ['https://www.gov.uk/vehicle-tax', ''],
    ['https://www.rki.de/DE/Home/homepage_node.html', 'rki'],
    ['https://www.has-sante.fr/jcms/c_5443/', 'has-sante'],
    ['https://www.aifa.gov.it/', 'aifa'],
    ['https://www.aemps.gob.es/', 'aemps'],
    ['https://www.canada.ca/en/health-canada.html', 'health-canada'],
    ['https://www.canada.ca/en/revenue-agency.html', ''],
    ['https://www.health.gov.au/', 'au-health'],
    ['https://www.tga.gov.au/', 'tga'],
    ['https://www.medsafe.govt.nz/', 'medsafe'],
    ['https://www.icmr.gov.in/', 'icmr'],
    ['https://www.pmda.go.jp/english/', 'pmda'],
    ['https://www.mfds.go.kr/eng/', 'mfds'],
    ['https://www.gov.br/saude/pt-br', 'br-health-ministry'],
    ['https://www.gov.br/receitafederal/pt-br', ''],
    ['https://www.nicd.ac.za/', 'nicd-za'],
    ['https://www.nice.org.uk/guidance/ng206', 'nice'],
  ])('%j → %j', (href, source) => {
    expect(citedBy(href)).toBe(source);
  });
});

describe('papers', () => {
  it.each([
    ['https://www.nejm.org/doi/full/10.1056/NEJMoa2034577', 'nejm'],
    ['https://doi.org/10.1056/NEJMoa2034577', 'nejm'],
    ['https://dx.doi.org/10.1056/NEJMOA2034577', 'nejm'],
    ['doi.org/10.1056/NEJMoa2034577', 'nejm'],
    ['https://doi.org/10.1056%2FNEJMoa2034577', 'nejm'],
    ['https://www.thelancet.com/journals/lancet/article/PIIS0140-6736(20)30183-5/fulltext', 'lancet'],
    ['https://doi.org/10.1016/S0140-6736(20)30183-5', 'lancet'],
    ['https://jamanetwork.com/journals/jama/fullarticle/2768834', 'jama'],
    ['https://www.bmj.com/content/372/bmj.n71', 'bmj'],
    ['https://www.nature.com/articles/s41591-020-0820-9', 'nature-medicine'],
    ['https://www.nature.com/articles/d41586-020-00502-w', ''],
    ['https://www.science.org/doi/10.1126/science.abc1234', 'science'],
    ['https://onlinelibrary.wiley.com/doi/10.1002/ana.25000', 'annals-neurology'],
    ['https://link.springer.com/article/10.1007/s00415-020-09920-1', 'journal-neurology'],
    ['https://ojrd.biomedcentral.com/articles/10.1186/s13023-020-01424-6', 'orphanet-journal'],
    ['https://journals.plos.org/plosmedicine/article?id=10.1371/journal.pmed.0020124', 'plos-medicine'],
    ['https://academic.oup.com/brain/article/143/1/1/5678901', 'brain'],
    ['https://www.frontiersin.org/articles/10.3389/fneur.2021.1/full', 'frontiers-neurology'],
    ['https://www.cochranelibrary.com/cdsr/doi/10.1002/14651858.CD000001/full', 'cochrane'],
    ['https://www.medrxiv.org/content/10.1101/2020.03.01.20029769v2', 'medrxiv'],
    ['https://www.biorxiv.org/content/10.1101/2020.03.01.1v1', 'biorxiv'],
    ['https://www.researchsquare.com/article/rs-1/v1', 'research-square'],
    ['https://doi.org/10.5281/zenodo.1234567', ''],
    ['https://sci-hub.se/10.1056/NEJMoa2034577', ''],
    ['https://www.eurosurveillance.org/content/10.2807/1560-7917.ES.2020.25.1.1', 'eurosurveillance'],
  ])('%j → %j', (href, source) => {
    expect(citedBy(href)).toBe(source);
  });
});

describe('patient organisations', () => {
  it.each([
    ['https://www.ehlers-danlos.com/what-is-eds/', 'ehlers-danlos-society'],
    ['https://www.cff.org/', 'cystic-fibrosis-foundation'],
    ['https://www.cysticfibrosis.org.uk/', 'cystic-fibrosis-trust'],
    ['https://www.eurordis.org/', 'eurordis'],
    ['https://www.mssociety.org.uk/', 'ms-society-uk'],
    ['https://www.marfan.org/', 'marfan-foundation'],
    ['https://afm-telethon.fr/', 'afm-telethon'],
  ])('%j → %j', (href, source) => {
    expect(citedBy(href)).toBe(source);
  });
});

describe('accounts', () => {
  it.each([
    ['https://x.com/WHO/status/1234567890', 'who'],
    ['https://twitter.com/WHO', 'who'],
    ['https://mobile.twitter.com/CDCgov/status/1', 'cdc'],
    ['https://x.com/WHO_fan/status/1', ''],
    ['https://x.com/someone/status/1?ref=WHO', ''],
    ['https://x.com/search?q=WHO', ''],
    ['https://www.facebook.com/groups/WHO', ''],
    ['https://facebook.com/evil.WHO', ''],
    ['https://www.youtube.com/watch?v=WHO', ''],
    ['https://www.youtube.com/@evilwho', ''],
  ])('%j → %j', (href, source) => {
    expect(citedBy(href)).toBe(source);
  });
});

describe('wrapped', () => {
  it.each([
    [
      'https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.orpha.net%2Fen%2Fdisease%2Fdetail%2F98249%3Ffbclid%3DIwAR0&h=AT0',
      'orphanet',
    ],
    ['https://lm.facebook.com/l.php?u=https%3A%2F%2Fwww.who.int%2F&h=AT1', 'who'],
    ['https://www.google.com/url?q=https%3A%2F%2Fwww.nhs.uk%2Fconditions%2Flupus%2F&sa=D', 'nhs'],
    ['https://www.google.com/amp/s/www.nhs.uk/conditions/lupus/', 'nhs'],
    ['https://www-cdc-gov.cdn.ampproject.org/c/s/www.cdc.gov/measles/', 'cdc'],
    ['https://web.archive.org/web/20200101000000/https://www.who.int/', 'who'],
    ['https://www.youtube.com/redirect?q=https%3A%2F%2Fwww.orpha.net%2F', 'orphanet'],
    ['https://l.facebook.com/l.php?u=https%253A%252F%252Fwww.orpha.net%252F', 'orphanet'],
    ['https://l.facebook.com/l.php?u=https%3A%2F%2Fevil.example%2F%3Fu%3Dhttps%3A%2F%2Fwho.int', ''],
    ['https://www.google.com/search?q=who.int', ''],
    ['https://translate.google.com/translate?u=https%3A%2F%2Fwww.orpha.net%2Ffr', 'orphanet'],
  ])('%j → %j', (href, source) => {
    expect(citedBy(href)).toBe(source);
  });
});

describe('shorteners: the target is unknown', () => {
  it.each([
    ['https://t.co/abc123', ''],
    ['https://bit.ly/who-measles', ''],
    ['https://tinyurl.com/nhs-lupus', ''],
    ['https://goo.gl/orpha', ''],
    ['https://ow.ly/x', ''],
    ['https://lnkd.in/x', ''],
    ['https://buff.ly/x', ''],
    ['https://fb.me/who', ''],
    ['https://youtu.be/who', ''],
  ])('%j → %j', (href, source) => {
    expect(citedBy(href)).toBe(source);
  });
});

describe('news, shops, blogs, lookalikes', () => {
  it.each([
    ['https://www.bbc.co.uk/news/health-1', ''],
    ['https://www.nytimes.com/2020/01/01/health/x.html', ''],
    ['https://www.theguardian.com/society/x', ''],
    ['https://www.dailymail.co.uk/health/x', ''],
    ['https://en.wikipedia.org/wiki/Lupus', ''],
    ['https://medium.com/@who/x', ''],
    ['https://who.substack.com/', ''],
    ['https://nhs.wordpress.com/', ''],
    ['https://cdc.blogspot.com/', ''],
    ['https://sites.google.com/view/who', ''],
    ['https://github.io/who', ''],
    ['https://www.amazon.com/dp/who.int', ''],
    ['https://nih.gov.evil.example/', ''],
    ['https://nih-gov.example/', ''],
    ['https://evil.example/?redirect=https://nih.gov/', ''],
    ['https://evil.example/#https://nih.gov/', ''],
    ['https://evil.example/https://nih.gov/', ''],
    ['https://notnih.gov.example/', ''],
    ['https://mynhs.uk/', ''],
    ['https://cdcgov.com/', ''],
    ['https://cdc.gov.uk.example/', ''],
    ['https://fda.gov.evil.example/', ''],
    ['https://thelancet.com.evil.example/', ''],
    ['https://nejm.org.ru.example/doi/', ''],
    ['https://www.who.int%2eevil.example/', ''],
    ['https://who。int/', 'who'],
    ['https://ｗｈｏ.int/', 'who'],
    ['https://who.int\\@evil.example/', 'who'],
    ['https:who.int', 'who'],
    ['ftp://who.int/', ''],
    ["javascript:location='https://who.int'", ''],
    ['data:text/html,https://who.int', ''],
    ['mailto:info@who.int', ''],
    ['https://who/int', ''],
    ['//who.int/x', 'who'],
    ['who.int/news', 'who'],
    [' WHO.INT ', 'who'],
  ])('%j → %j', (href, source) => {
    expect(citedBy(href)).toBe(source);
  });
});

function citedBy(href: string): string {
  const { citations } = engine({
    id: '1',
    site: 'x',
    kind: 'post',
    text: '',
    links: [{ href, place: 'text' }],
    language: 'en',
    promoted: false,
    truncated: false,
    author: null,
  });
  return citations.map(({ source }) => source).join(' ');
}
