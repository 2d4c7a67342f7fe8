import { describe, expect, it } from 'vitest';
import { parseFeed } from './parse-feed.js';
import { parseOpml } from './parse-opml.js';

const RSS = `<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Daily &amp; Co</title>
<item><title>Talks fail</title><link>/1</link><guid isPermaLink="false">g1</guid><pubDate>Wed, 12 Apr 2017 09:30:00 GMT</pubDate>
<description>In short.</description><content:encoded><![CDATA[<p>It is over.</p><p>He left.</p>]]></content:encoded></item>
<item><title>Aid &lt;i&gt;sent&lt;/i&gt;</title><link>https://d.example/2</link><description>&lt;p&gt;Norway sent aid.&lt;/p&gt;</description></item>
</channel></rss>`;

describe('a feed', () => {
  it('of RSS gives full texts, else summaries', () => {
    expect(parseFeed(RSS, 'https://d.example/feed')).toMatchObject([
      {
        key: 'g1',
        title: 'Talks fail',
        text: 'It is over.\n\nHe left.',
        published: 'Wed, 12 Apr 2017 09:30:00 GMT',
        publisher: 'Daily & Co',
        url: 'https://d.example/1',
        warnings: [],
      },
      { title: 'Aid sent', text: 'Norway sent aid.', url: 'https://d.example/2', published: null },
    ]);
  });

  it('of Atom does so too', () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Daily</title><entry><id>u1</id><title>Talks &amp;amp; fights</title>
<updated>2017-04-13T00:00:00Z</updated><published>2017-04-12T00:00:00Z</published><link rel="self" href="/x"/><link href="https://d.example/1"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>It is <b>over</b>.</p></div></content></entry></feed>`;
    expect(parseFeed(atom, null)).toMatchObject([
      {
        key: 'u1',
        title: 'Talks & fights',
        text: 'It is over.',
        published: '2017-04-12T00:00:00Z',
        publisher: 'Daily',
        url: 'https://d.example/1',
      },
    ]);
  });

  it('of JSON does so too', () => {
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Daily',
      items: [
        {
          id: '1',
          url: 'https://d.example/1',
          content_text: 'A < B, he said.',
          date_published: '2017-04-12T00:00:00Z',
        },
      ],
    };
    expect(parseFeed(JSON.stringify(feed), null)).toMatchObject([
      { text: 'A < B, he said.', publisher: 'Daily', published: '2017-04-12T00:00:00Z' },
    ]);
  });

  it('that gathers others names whose each entry is', () => {
    expect(
      parseFeed(RSS.replace('<link>/1', '<source url="https://o.example">Other Post</source><link>/1'), null),
    ).toMatchObject([{ publisher: 'Other Post' }, { publisher: 'Daily & Co' }]);
  });

  it('with a title alone is a report of it', () => {
    expect(
      parseFeed('<rss version="2.0"><channel><item><title>Talks fail</title></item></channel></rss>', null),
    ).toMatchObject([{ title: 'Talks fail', text: 'Talks fail' }]);
  });

  it('that breaks off gives what came before, and says so', () => {
    const found = parseFeed(RSS.slice(0, RSS.indexOf('Norway')), null);
    expect(found).toMatchObject([{ title: 'Talks fail', warnings: [expect.stringMatching(/breaks off/)] }]);
  });

  it('with a bare ampersand is read all the same', () => {
    expect(
      parseFeed(
        RSS.replace('In short.', 'A & B').replace(/<content:encoded>.*<\/content:encoded>/, ''),
        null,
      )[0],
    ).toMatchObject({ text: 'A & B' });
  });

  it('does not grow by entities that are made of entities', () => {
    const names = 'abcdefghij';
    const entities = [...names]
      .map((name, at) => `<!ENTITY ${name} "${at === 0 ? 'lol' : `&${names[at - 1]};`.repeat(10)}">`)
      .join('');
    const bomb = RSS.replace('?>\n', `?><!DOCTYPE rss [${entities}]>`).replace('In short.', '&j;');
    expect(JSON.stringify(parseFeed(bomb, null)).length).toBeLessThan(2_000);
  });

  it('does not fetch what an entity points at', () => {
    const evil = RSS.replace('?>\n', `?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>`)
      .replace('<p>It is over.</p>', '')
      .replace('In short.', '&x;');
    expect(JSON.stringify(parseFeed(evil, null))).not.toContain('root:');
  });

  it('without entries, or none at all, is an error', () => {
    expect(() => parseFeed('<rss version="2.0"><channel><title>Daily</title></channel></rss>', null)).toThrow(
      /without entries/,
    );
    expect(() => parseFeed('<rss', null)).toThrow(/no feed/);
  });
});

describe('a list of feeds', () => {
  it('gives each once, from folders within folders', () => {
    const opml = `<opml version="2.0"><body><outline text="World"><outline text="A" xmlUrl="https://a.example/f"/><outline text="In"><outline title="B" xmlUrl="https://b.example/f"/></outline></outline><outline text="A again" xmlUrl="https://a.example/f"/></body></opml>`;
    expect(parseOpml(opml)).toEqual([
      { url: 'https://a.example/f', title: 'A' },
      { url: 'https://b.example/f', title: 'B' },
    ]);
  });

  it('that is broken is an error', () => expect(() => parseOpml('<opml><bod')).toThrow(/no list of feeds/));
});
