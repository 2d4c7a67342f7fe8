import { describe, expect, it } from 'vitest';
import { boundHtml } from './bound-html.js';
import { extractPage } from './extract-page.js';
import { fragmentText } from './fragment-text.js';
import { parseMarkdown } from './parse-markdown.js';

const PROSE = 'The minister said on Monday that the talks with the envoy would go on in the capital.';

describe('bounds', () => {
  it('leave out tags nested too deep, and keep their text', () => {
    const deep = `${'<div>'.repeat(4_000)}<p>${PROSE}</p>${'</div>'.repeat(4_000)}`;
    const bounded = boundHtml(deep);
    expect(bounded).toContain(PROSE);
    expect(bounded.match(/<div>/g)).toHaveLength(200);
  });

  it('refuse a page whose tags are nested without end', () => {
    expect(() => boundHtml('<div>'.repeat(50_000))).toThrow(/nested/);
  });

  it('refuse a page of more elements than any has', () => {
    expect(() => boundHtml('<b>a</b>'.repeat(60_001))).toThrow(/elements/);
  });

  it('leave out scripts, styles and frames whole, but for data', () => {
    const html = `<script>if (a < b) "</p>"</script><style>p{}</style><iframe>x</iframe><svg><text>y</text></svg><script type="application/ld+json">{"a":"</b>"}</script>z`;
    expect(boundHtml(html)).toBe('<script type="application/ld+json">{"a":"<\\/b>"}</script>z');
  });

  it('leave out what an attribute could do', () => {
    expect(boundHtml('<p class="a&quot;b" onclick="x()" data-y="z">t</p>')).toBe('<p class="a&quot;b">t</p>');
  });
});

describe('a page', () => {
  const page = (head: string, body = `<p>${PROSE}</p>`) =>
    extractPage(
      `<html><head>${head}</head><body>${body}</body></html>`,
      'https://www.daily.example/2017/04/12/talks',
    );
  const check = (title: string, head: string, expected: object, body?: string) =>
    it(title, () => expect(page(head, body)).toMatchObject(expected));

  check('without data has its date from its address and its site for a publisher', '<title>Talks</title>', {
    published: '2017-04-12',
    publisher: 'daily.example',
    url: 'https://www.daily.example/2017/04/12/talks',
  });
  check(
    'has entities in its data decoded',
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Talks &amp; &#8220;fights&#8221;"}</script>',
    { title: 'Talks & “fights”' },
  );
  check(
    'survives data that are no JSON',
    '<script type="application/ld+json">{"@type": oops</script><title>Talks fail again</title>',
    { title: 'Talks fail again' },
  );
  check(
    'survives data nested without end',
    `<script type="application/ld+json">${'['.repeat(5_000)}</script><title>Talks fail again</title>`,
    { title: 'Talks fail again' },
  );
  check('has its canonical address', '<link rel="canonical" href="/talks">', {
    url: 'https://www.daily.example/talks',
  });
  check('has no address that is no web address', '<link rel="canonical" href="javascript:alert(1)">', {
    url: 'https://www.daily.example/2017/04/12/talks',
  });
  check(
    'has the headline that it shows',
    '<meta property="og:title" content="Talks: you will not believe who failed">',
    { title: 'Talks fail: who failed' },
    `<h1>Talks fail: who failed</h1><p>${PROSE}</p>`,
  );
  check(
    'may have its text in a place called a sidebar',
    '',
    { text: `${PROSE}\n\n${PROSE}` },
    `<div class="sidebar"><p>${PROSE}</p><p>${PROSE}</p></div>`,
  );

  it('without running text is no report', () => {
    const links = '<ul><li><a href="/1">Talks fail</a></li><li><a href="/2">Bridge opened</a></li></ul>';
    expect(() => page('<title>Daily</title>', links)).toThrow(/page without a report.*"Daily"/);
  });
});

describe('a piece of HTML', () => {
  const check = (html: string, expected: string) =>
    it(html.slice(0, 70), () => expect(fragmentText(html)).toBe(expected));

  check('<p>One &amp; two.</p><p>Three.</p>', 'One & two.\n\nThree.');
  check('One.<br><br>Two<br>three.', 'One.\n\nTwo\nthree.');
  check('<h2>Head</h2>Text <b>bold</b>.', 'Head\n\nText bold.');
  check('a&nbsp;b\u00adc\u200bd\n  e', 'a bcd e');
  check(
    '<p>It ended.</p><p>The post <a href="x">It ended</a> appeared first on <a href="y">Daily</a>.</p>',
    'It ended.',
  );
  check('<img src="a.jpg"><figure><figcaption>A picture</figcaption></figure><p>It ended.</p>', 'It ended.');
  check('5 < 6 and 7 > 3', '5 < 6 and 7 > 3');
  check('', '');
});

describe('Markdown', () => {
  const check = (title: string, markdown: string, text: string) =>
    it(title, () => expect(parseMarkdown(markdown).text).toBe(text));

  check(
    'loses its marks',
    '# Talks *fail*\n\nThe **minister** said [so](https://x.example).\n',
    'Talks fail\n\nThe minister said so.',
  );
  check(
    'has the lines of a paragraph joined',
    'The minister\nsaid so.\n\nIt is over.',
    'The minister said so.\n\nIt is over.',
  );
  check('has items on lines of their own', '- one\n- two\n', '• one\n\n• two');
  check(
    'keeps what only looks like a mark',
    'It cost 5 * 3 and snake_case_names stay.',
    'It cost 5 * 3 and snake_case_names stay.',
  );
  check('has entities and quotes of code as they are read', 'A &amp; B `c`', 'A & B c');

  it('may tell title, date and publisher before the text', () => {
    const markdown =
      '---\ntitle: "Talks: the end"\ndate: 2017-04-12\nsource: Daily\ntags: [a]\n---\nIt is over.';
    expect(parseMarkdown(markdown)).toMatchObject({
      title: 'Talks: the end',
      published: '2017-04-12',
      publisher: 'Daily',
      text: 'It is over.',
    });
  });
});
