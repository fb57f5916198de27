import { describe, expect, it } from 'vitest';
import { shippedEngine } from '../../src/cli/shipped-engine.ts';
import type { Citation } from '../../src/core/assessment.ts';
import type { Post } from '../../src/core/post.ts';

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

describe('articles at their publishers', () => {
  it.each([
    ['https://www.thelancet.com/journals/laneur/article/PIIS1474-4422(21)00001-5/fulltext', 'lancet-neurology'],
    ['https://www.thelancet.com/journals/lancet/article/PIIS0140673620301835/abstract', 'lancet'],
    ['https://www.thelancet.com/pdfs/journals/lancet/PIIS0140-6736(20)30183-5.pdf', 'lancet'],
    ['https://www.thelancet.com/action/showPdf?pii=S0140-6736%2820%2930183-5', 'lancet'],
    ['https://linkinghub.elsevier.com/retrieve/pii/S0140673620301835', 'lancet'],
    ['https://www.sciencedirect.com/science/article/pii/S0140673620301835', 'lancet'],
    ['https://www.sciencedirect.com/science/article/abs/pii/S0896627320301834', 'elsevier'],
    ['https://jamanetwork.com/journals/jamaneurology/fullarticle/2762028', 'jama-neurology'],
    ['https://jamanetwork.com/journals/jama/article-abstract/2768834', 'jama'],
    ['https://jamanetwork.com/journals/jamanetworkopen/fullarticle/2800000', 'jama-network-open'],
    ['https://jama.jamanetwork.com/article.aspx?articleid=2768834', 'jama-network'],
    ['https://www.nejm.org/doi/10.1056/NEJMoa2034577', 'nejm'],
    ['https://www.nejm.org/doi/pdf/10.1056/NEJMoa2034577?articleTools=true', 'nejm'],
    ['https://evidence.nejm.org/doi/full/10.1056/EVIDoa2100001', 'nejm-group'],
    ['https://www.cell.com/cell/fulltext/S0092-8674(20)30001-5', 'cell'],
    ['https://www.cell.com/neuron/fulltext/S0896-6273(20)30183-4', 'neuron'],
    ['https://www.cell.com/action/showPdf?pii=S0092-8674%2820%2930001-5', 'cell-press'],
    ['https://www.mdpi.com/2072-6643/12/4/1181', 'nutrients'],
    ['https://www.mdpi.com/2072-6643/12/4/1181/htm', 'nutrients'],
    ['https://www.frontiersin.org/journals/immunology/articles/10.3389/fimmu.2021.1/full', 'frontiers-immunology'],
    ['https://www.frontiersin.org/articles/10.3389/fimmu.2021.637042/full', 'frontiers-immunology'],
    ['https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0200000', 'plos-one'],
    ['https://journals.plos.org/plosone/article?id=10.1371%2Fjournal.pone.0200000', 'plos-one'],
    ['https://journals.plos.org/plosmedicine/article/file?id=10.1371/journal.pmed.0020124&type=printable', 'plos-medicine'],
    ['https://www.bmj.com/content/372/bmj.n71.full', 'bmj'],
    ['https://www.bmj.com/content/bmj/372/bmj.n71.full.pdf', 'bmj'],
    ['https://jnnp.bmj.com/content/91/1/1', 'jnnp'],
    ['https://ard.bmj.com/content/early/2021/01/01/annrheumdis-2020-219000', 'annals-rheumatic-diseases'],
    ['https://www.tandfonline.com/doi/full/10.1080/17843286.2020.1', 'taylor-and-francis'],
    ['https://onlinelibrary.wiley.com/doi/abs/10.1002/mds.28000', 'movement-disorders'],
    ['https://movementdisorders.onlinelibrary.wiley.com/doi/10.1002/mds.28000', 'movement-disorders'],
    ['https://link.springer.com/content/pdf/10.1007/s00415-020-09920-1.pdf', 'journal-neurology'],
    ['https://link.springer.com/chapter/10.1007/978-3-030-12345-6_1', 'springer'],
    ['https://www.biorxiv.org/content/10.1101/2020.03.01.972000v1.full', 'biorxiv'],
    ['https://www.medrxiv.org/content/10.1101/2020.03.01.20029769v2.full.pdf+html', 'medrxiv'],
    ['https://academic.oup.com/eurheartj/article/41/1/1/5678901', 'european-heart-journal'],
    ['https://journals.sagepub.com/doi/10.1177/1352458520900000', 'sage'],
    ['https://journals.lww.com/neurotodayonline/fulltext/2020/01010/x.1.aspx', 'lippincott'],
    ['https://n.neurology.org/content/94/1/1', 'neurology-journal'],
    ['https://www.neurology.org/doi/10.1212/WNL.0000000000200000', 'neurology-journal'],
    ['https://www.ahajournals.org/doi/10.1161/CIRCULATIONAHA.120.046361', 'circulation'],
    ['https://ashpublications.org/blood/article/135/1/1/380000', 'blood'],
    ['https://ascopubs.org/doi/10.1200/JCO.20.00001', 'jco'],
    ['https://www.pnas.org/doi/10.1073/pnas.2000000117', 'pnas'],
    ['https://elifesciences.org/articles/50000', 'elife'],
    ['https://www.science.org/doi/10.1126/scitranslmed.abc1234', 'science-translational-medicine'],
    ['https://www.jci.org/articles/view/130000', 'jci'],
    ['https://ehp.niehs.nih.gov/doi/10.1289/EHP1', 'environmental-health-perspectives'],
    ['https://www.annualreviews.org/doi/10.1146/annurev-med-050000-000000', 'annual-reviews'],
    ['https://karger.com/Article/FullText/500000', 'karger'],
    ['https://www.thieme-connect.com/products/ejournals/abstract/10.1055/s-0040-1700000', 'thieme'],
    ['https://www.acpjournals.org/doi/10.7326/M20-0001', 'annals-internal-medicine'],
    ['https://www.nature.com/articles/s41598-020-00001-1', 'scientific-reports'],
    ['https://www.nature.com/articles/nrneurol.2017.1', 'nature-reviews-neurology'],
    ['https://europepmc.org/abstract/MED/33301246', 'europe-pmc'],
    ['https://europepmc.org/api/fulltextRepo?pprId=PPR100000', 'europe-pmc'],
    ['https://www.embopress.org/doi/full/10.15252/emmm.202000001', 'embo-press'],
    ['https://rupress.org/jem/article/217/1/e20190001/1', 'jem'],
    ['https://www.hindawi.com/journals/bmri/2020/1000000/', 'hindawi'],
    ['https://f1000research.com/articles/9-1/v1', 'f1000'],
    ['https://wellcomeopenresearch.org/articles/5-1', 'f1000'],
    ['https://peerj.com/articles/8000/', 'peerj'],
    ['https://www.jmir.org/2020/1/e10000/', 'jmir'],
    ['https://www.ssrn.com/abstract=3500000', 'ssrn'],
    ['https://papers.ssrn.com/sol3/papers.cfm?abstract_id=3500000', 'ssrn'],
    ['https://www.preprints.org/manuscript/202001.0001/v1', 'preprints-org'],
    ['https://osf.io/preprints/psyarxiv/abcde', 'psyarxiv'],
    ['https://arxiv.org/abs/2001.00001', 'arxiv'],
    ['https://www.thelancet.com/', 'lancet'],
  ])('%j → %j', (href, source) => {
    expect(citedBy(href)).toBe(source);
  });
});

describe('resolvers, libraries and registers', () => {
  it.each([
    ['https://doi.org/10.1136/bmj.n71', 'bmj'],
    ['http://doi.org/doi:10.1136/bmj.n71', 'bmj'],
    ['https://doi.org/https://doi.org/10.1136/bmj.n71', 'bmj'],
    ['https://www.doi.org/10.1136/bmj.n71', 'bmj'],
    ['https://dx.doi.org/doi:10.1136/bmj.n71', 'bmj'],
    ['https://doi.org/10.1136/BMJ.N71?utm_campaign=x#sec', 'bmj'],
    ['https://hdl.handle.net/10.1136/bmj.n71', ''],
    ['https://doi.pangaea.de/10.1594/PANGAEA.1', ''],
    ['https://oadoi.org/10.1136/bmj.n71', ''],
    ['https://unpaywall.org/10.1136/bmj.n71', ''],
    ['https://api.crossref.org/works/10.1136/bmj.n71', ''],
    ['https://scholar.archive.org/work/10.1136/bmj.n71', ''],
    ['https://www.researchgate.net/publication/340000000_x', ''],
    ['https://www.academia.edu/40000000/x', ''],
    ['https://www.semanticscholar.org/paper/abc', ''],
    ['https://scholar.google.com/scholar?q=10.1136/bmj.n71', ''],
    ['https://libkey.io/10.1136/bmj.n71', ''],
    ['https://www-nejm-org.proxy.lib.example.edu/doi/full/10.1056/NEJMoa1', ''],
    ['https://www.nejm.org.ezproxy.example.edu/doi/full/10.1056/NEJMoa1', ''],
    ['https://pubmed.gov/33301246', 'pubmed'],
    ['https://www.pubmed.gov/33301246', 'pubmed'],
    ['https://pubmed.com/33301246', ''],
    ['https://m.pubmed.ncbi.nlm.nih.gov/33301246/', 'pubmed'],
    ['https://www.ncbi.nlm.nih.gov/m/pubmed/33301246/', 'pubmed'],
    ['https://ncbi.nlm.nih.gov/labs/pmc/articles/PMC7745181/', 'pmc'],
    ['https://trialsearch.who.int/Trial2.aspx?TrialID=NCT04368728', 'who-ictrp'],
    ['https://www.clinicaltrialsregister.eu/ctr-search/trial/2020-001000-10/GB', 'eu-clinical-trials-register'],
    ['https://euclinicaltrials.eu/ctis-public/view/2022-500000-00-00', 'ctis'],
    ['https://beta.clinicaltrials.gov/study/NCT04368728', 'clinicaltrials-gov'],
  ])('%j → %j', (href, source) => {
    expect(citedBy(href)).toBe(source);
  });
});

describe('redirectors and copies', () => {
  it.each([
    ['https://l.facebook.com/l.php?u=https%3A%2F%2Fdoi.org%2F10.1136%2Fbmj.n71&h=AT', 'bmj'],
    ['https://lm.facebook.com/l.php?u=http%3A%2F%2Fwww.nejm.org%2Fdoi%2Ffull%2F10.1056%2FNEJMoa2034577%3Ffbclid%3DIwAR', 'nejm'],
    ['https://l.instagram.com/?u=https%3A%2F%2Fwww.who.int%2F&e=AT', 'who'],
    ['https://www.facebook.com/flx/warn/?u=https%3A%2F%2Fwww.who.int%2Fx&h=AT', 'who'],
    ['https://l.messenger.com/l.php?u=https%3A%2F%2Fwww.who.int%2Fx&h=AT', 'who'],
    ['https://l.workplace.com/l.php?u=https%3A%2F%2Fwww.who.int%2Fx&h=AT', ''],
    ['https://l.threads.com/?u=https%3A%2F%2Fwww.who.int%2Fx&e=AT', 'who'],
    ['https://l.threads.net/?u=https%3A%2F%2Fwww.who.int%2Fx&e=AT', 'who'],
    ['https://www.google.de/url?sa=t&url=https%3A%2F%2Fwww.rki.de%2FDE%2F', 'rki'],
    ['https://www.google.co.uk/amp/s/www.nhs.uk/conditions/lupus/', 'nhs'],
    ['https://www.google.com/amp/www.nhs.uk/conditions/lupus/', 'nhs'],
    ['https://google.com/url?q=javascript:alert(1)', ''],
    ['https://www.google.com/imgres?imgurl=https://x.example/a.jpg&imgrefurl=https://www.who.int/x', ''],
    ['https://www.google.com/search?q=lupus&url=https://www.who.int/x', ''],
    ['https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.who.int%2Fx&data=04', 'who'],
    ['https://urldefense.com/v3/__https://www.who.int/x__;!!abc', 'who'],
    ['https://urldefense.proofpoint.com/v2/url?u=https-3A__www.who.int_x&d=DwMF', 'who'],
    ['https://www.bing.com/ck/a?!&&p=abc&u=a1aHR0cHM6Ly93d3cud2hvLmludC94&ntb=1', 'who'],
    ['https://www.bing.com/news/apiclick.aspx?url=https%3a%2f%2fwww.who.int%2fx', 'who'],
    ['https://r.search.yahoo.com/_ylt=A/RV=2/RE=1/RO=10/RU=https%3a%2f%2fwww.who.int%2fx/RK=2/RS=x', 'who'],
    ['https://duckduckgo.com/l/?uddg=https%3A%2F%2Fwww.who.int%2Fx', 'who'],
    ['https://www.linkedin.com/redir/redirect?url=https%3A%2F%2Fwww%2Ewho%2Eint%2Fx', 'who'],
    ['https://www.linkedin.com/safety/go?url=https%3A%2F%2Fwww.who.int%2Fx', 'who'],
    ['https://out.reddit.com/t3_x?url=https%3A%2F%2Fwww.who.int%2Fx', 'who'],
    ['https://vk.com/away.php?to=https%3A%2F%2Fwww.who.int%2Fx', 'who'],
    ['https://t.umblr.com/redirect?z=https%3A%2F%2Fwww.who.int%2Fx&t=abc', 'who'],
    ['https://steamcommunity.com/linkfilter/?url=https://www.who.int/x', ''],
    ['https://slack-redir.net/link?url=https%3A%2F%2Fwww.who.int%2Fx', 'who'],
    ['https://www.pinterest.com/offsite/?url=https%3A%2F%2Fwww.who.int%2Fx', 'who'],
    ['https://www.youtube.com/redirect?event=video_description&q=https%3A%2F%2Fwww.who.int%2Fx&v=1', 'who'],
    ['https://outgoing.prod.webservices.mozgcp.net/v1/abc/https%3A//www.who.int', ''],
    ['https://archive.org/web/https://www.who.int/x', ''],
    ['https://web.archive.org/web/2020*/https://www.who.int/x', ''],
    ['https://web.archive.org/web/20200101000000if_/https://www.who.int/x', 'who'],
    ['https://archive.ph/abcde', ''],
    ['https://archive.is/2020/https://www.who.int/', ''],
    ['https://12ft.io/https://www.nejm.org/doi/full/10.1056/NEJMoa1', ''],
    ['https://translate.goog/www.who.int', ''],
    ['https://www-who-int.translate.goog/x?_x_tr_sl=en', 'who'],
    ['https://who-int.translate.goog/x', 'who'],
    ['https://evil--example.translate.goog/who.int', ''],
    ['https://www-who-int.evil.example/x', ''],
    ['https://amp.www.who.int/x', 'who'],
    ['https://cdn.ampproject.org/c/s/www.who.int/x', 'who'],
    ['https://evil.cdn.ampproject.org.evil.example/c/s/www.who.int/x', ''],
    ['https://www.who.int.cdn.cloudflare.net/x', ''],
    ['https://www.google.com/url?q=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttps%253A%252F%252Fwww.who.int%252Fx', 'who'],
    ['https://l.facebook.com/l.php?u=https%3A%2F%2Fwho.int%40evil.example%2F', ''],
    ['https://l.facebook.com/l.php?h=AT&u=//www.who.int/x', ''],
    ['https://l.facebook.com.evil.example/l.php?u=https%3A%2F%2Fwww.who.int%2F', ''],
  ])('%j → %j', (href, source) => {
    expect(citedBy(href)).toBe(source);
  });
});

describe('addresses made to deceive', () => {
  it.each([
    ['https://www.who.int:443@evil.example/', ''],
    ['https://evil.example\\@who.int/', ''],
    ['https://evil.example#@who.int/', ''],
    ['https://evil.example?@who.int/', ''],
    ['https://who.int%2F@evil.example', ''],
    ['https://who.int%00.evil.example/', ''],
    ['https://who.int\u0000.evil.example/', ''],
    ['https://ⓦⓗⓞ.int/x', 'who'],
    ['https://who．int/x', 'who'],
    ['https://who.іnt/x', ''],
    ['https://xn--80ak6aa92e.com/', ''],
    ['https://www.who.int./x', 'who'],
    ['https://www.who.int../x', ''],
    ['https://who.int:8443/x', 'who'],
    ['HTTPS://WWW.WHO.INT/X', 'who'],
    ['https:\\\\www.who.int\\x', 'who'],
    ['https:///www.who.int/x', 'who'],
    ['http://www.who.int@', ''],
    ['https://3232235777/who.int', ''],
    ['https://[::1]/who.int', ''],
    ['https://cdc.gov/%2e%2e/x', 'cdc'],
    ['https://www.canada.ca/en/health-canada/../revenue-agency.html', ''],
    ['https://www.canada.ca/en/health%2dcanada/x', 'health-canada'],
    ['https://www.canada.ca/en/%68ealth-canada/x', 'health-canada'],
    ['https://www.gov.uk//government//organisations//uk-health-security-agency', 'ukhsa'],
    ['https://nhs.uk.com/', ''],
    ['https://uk.nhs.evil.example/', ''],
    ['https://mynhs.nhs.uk.example/', ''],
    ['https://cdc.gov.co/', ''],
    ['https://nih.gov-health.example/', ''],
    ['https://harvard.edu.evil.example/', ''],
    ['https://www.health.gov.fake.au.example/', ''],
    ['https://wh-o.int/', ''],
    ['https://www.cdcfoundation.org/', ''],
    ['https://cdc.gov/', 'cdc'],
    ['https://thecrimson.com/x', ''],
    ['https://www.thecrimson.com/article/x', ''],
    ['https://www.thelancet.org/', ''],
    ['https://m.who.int/x', 'who'],
  ])('%j → %j', (href, source) => {
    expect(citedBy(href)).toBe(source);
  });
});

it.each([
  'https://doi.org/10.1016/S0140-6736(20)31180-6',
  'https://www.thelancet.com/journals/lancet/article/PIIS0140-6736(20)31180-6/fulltext',
  'https://www.sciencedirect.com/science/article/pii/S0140673620311806',
])('a withdrawn paper is known by its page: %s', (href) => {
  expect(citations({ links: [{ href, place: 'text' }] })).toMatchObject([
    { source: 'lancet', flags: ['retracted', 'expression-of-concern', 'corrected'] },
  ]);
});

it.each([
  ['ISBN 978-92-4-156513-4', 'who'],
  ['ISBN 978-0-89042-555-8', 'american-psychiatric-association'],
  ['978-3-13-131712-4', 'thieme'],
  ['978-0-306-40615-7', ''],
])('a book is that of its publisher by its number: %s', (text, source) => {
  expect(
    citations({ text })
      .map((citation) => citation.source)
      .join(' '),
  ).toBe(source);
});

it('every register of trials is on the list', () => {
  const numbers = 'NCT04368728 ISRCTN50189673 ACTRN12605000001695 DRKS00012345 RBR-4b9vnw ChiCTR2000029308 CTRI/2020/01/012345';
  const more = 'jRCTs031200001 PACTR202001234567890 EudraCT 2020-001000-10';
  expect(citations({ text: `${numbers} ${more}` }).map(({ source }) => source)).toEqual([
    ...['clinicaltrials-gov', 'isrctn', 'anzctr', 'drks', 'rebec', 'chictr', 'ctri'],
    ...['jrct', 'pactr', 'eu-clinical-trials-register'],
  ]);
});

function citedBy(href: string): string {
  return citations({ links: [{ href, place: 'text' }] })
    .map(({ source }) => source)
    .join(' ');
}

function citations(post: Partial<Post>): readonly Citation[] {
  return engine({
    id: '1',
    site: 'x',
    kind: 'post',
    text: '',
    links: [],
    language: 'en',
    promoted: false,
    truncated: false,
    author: null,
    ...post,
  }).citations;
}
