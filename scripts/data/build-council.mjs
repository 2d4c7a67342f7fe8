/**
 * Makes data/council-members.csv, data/council-votes.csv and data/council-differences.csv from the material on the
 * Security Council.
 *
 *     node scripts/data/build-council.mjs FOLDER
 *
 * FOLDER holds the files that data/README.md names. Which file wins where they differ, and every difference that was
 * found, stands there too.
 */
import { join } from 'node:path';
import { makeAbout } from './council/about.mjs';
import {
  codesByName,
  isoDay,
  readCsv,
  readMembers,
  seat,
  sponsors,
  symbol,
  unrevised,
  vetoers,
} from './council/sources.mjs';
import { writeCsv } from './write-csv.mjs';

const VOTE_HEADER =
  'date,symbol,draft,meeting,topic,matter,crisis,about,sponsors,outcome,for,against,abstain,vetoed_by,roll,against_by,abstain_by,absent_by,sources';

/** Last day of the UN library's list of vetoes in the material. */
const LIST_ENDS = '2022-05-26';

/** The one row of the tallies without a date. */
const ONE_DATE = { 'S/RES/1559': '2004-09-02' };

const folder = process.argv[2];
if (folder === undefined)
  throw new Error('Say where the material is: node scripts/data/build-council.mjs FOLDER');
const data = join(import.meta.dirname, '..', '..', 'data');
const members = readMembers(folder);
const aboutOf = makeAbout(data);
const differences = [];

writeCsv(join(data, 'council-members.csv'), 'year,permanent,elected', memberRows());
const votes = new Map();
addTallies();
addMeetings();
addVetoes();
addRollCalls();
addFailedDrafts();
for (const vote of votes.values()) finish(vote);
writeCsv(join(data, 'council-votes.csv'), VOTE_HEADER, [...votes.values()].map(voteRow));
writeCsv(join(data, 'council-differences.csv'), 'date,symbol,what,one,other,kept', differences);

function memberRows() {
  return [...members].map(([year, seats]) => {
    const codes = (permanent) => seats.filter((one) => one.permanent === permanent).map((one) => one.code);
    return [year, codes(true).sort().join('|'), codes(false).sort().join('|')];
  });
}

/** Tallies of every vote to June 2022 that the meeting tables give. */
function addTallies() {
  const rows = readCsv(folder, 'sc_votes_tally_1946-2022.csv');
  for (const row of rows) {
    const key = symbol(row.symbol);
    const date = row.date || ONE_DATE[key];
    const previous = votes.get(`${date} ${key}`);
    if (previous !== undefined) continue;
    // The table has this one's noes and abstentions the wrong way round.
    const swapped = key === 'S/2022/431';
    if (swapped) {
      const given = `tally: ${row.yes}-${row.no}-${row.abstain}`;
      const swap = `rollcall: ${row.yes}-${row.abstain}-${row.no}`;
      differences.push([date, key, 'tally', given, swap, 'rollcall']);
    }
    votes.set(`${date} ${key}`, {
      date,
      symbol: key,
      draft: key.startsWith('S/RES/') ? '' : key,
      meeting: row.meeting,
      topic: row.topic,
      outcome: row.outcome === 'not adopted' ? 'failed' : row.outcome,
      for: Number(row.yes),
      against: Number(swapped ? row.abstain : row.no),
      abstain: Number(swapped ? row.no : row.abstain),
      vetoedBy: [],
      sources: ['tally'],
    });
  }
}

/** Resolutions that the tallies lack and of which the table of meetings says how they were adopted. */
function addMeetings() {
  const known = new Set([...votes.values()].map((vote) => vote.symbol));
  for (const row of readCsv(folder, 'sc_meetings_actions_1946-2022.csv')) {
    for (const action of row.action.split(/\s;\s;\s/)) {
      const [, key, how] = /^(S\/RES\/\d+) \(\d{4}\) ; (.*)$/.exec(action.trim()) ?? [];
      if (key === undefined || known.has(key)) continue;
      const tally = /^(\d+)-(\d+)-(\d+)/.exec(how)?.slice(1).map(Number);
      const unanimous = /^adopted unanimously/.test(how);
      if (tally === undefined && !unanimous && !/^without vote/.test(how)) continue;
      const size = (members.get(Number(row.date.slice(0, 4))) ?? []).length;
      const [yes, no, abstain] = tally ?? (unanimous ? [size, 0, 0] : [null, null, null]);
      known.add(key);
      votes.set(`${row.date} ${key}`, {
        date: row.date,
        symbol: key,
        draft: '',
        meeting: row.meeting.replace(/\(.*/, ''),
        topic: row.topic.split(' ; ; ')[0],
        outcome: 'adopted',
        for: yes,
        against: no,
        abstain,
        vetoedBy: [],
        sources: ['meetings'],
      });
    }
  }
}

/** The UN library's own list of vetoes, and to it the crisis that each was about. */
function addVetoes() {
  const crises = new Map();
  for (const row of readCsv(folder, 'sc_vetoes_with_crisis_1946-2022.csv')) {
    crises.set(symbol(row.draft), row.crisis_topic);
    if (symbol(row.draft).startsWith('S/PV.'))
      crises.set(`${isoDay(row.date)} ${row.agenda_item}`, row.crisis_topic);
  }
  const repeated = new Map();
  for (const row of readCsv(folder, 'sc_veto_list_1946-2022.csv')) {
    const date = isoDay(row.date);
    const draft = symbol(row.draft);
    const times = (repeated.get(draft) ?? 0) + 1;
    repeated.set(draft, times);
    // A draft known by its meeting only, or put to the vote in parts, is told apart by a number.
    const key = times === 1 ? draft : `${draft}#${times}`;
    const vetoedBy = vetoers(row.vetoed_by);
    const crisis = crises.get(`${date} ${row.agenda}`) ?? crises.get(draft) ?? '';
    const found = times === 1 ? findVote(draft, date) : undefined;
    if (found === undefined) {
      votes.set(`${date} ${key}`, {
        date,
        symbol: key,
        draft: draft.startsWith('S/PV.') ? '' : draft,
        meeting: row.record.split(' ; ')[0],
        topic: row.agenda,
        crisis,
        outcome: 'vetoed',
        for: null,
        against: null,
        abstain: null,
        vetoedBy,
        sources: ['vetoes'],
      });
      continue;
    }
    if (found.outcome !== 'vetoed') {
      differences.push([found.date, draft, 'outcome', `tally: ${found.outcome}`, 'vetoes: vetoed', 'vetoes']);
    }
    Object.assign(found, { outcome: 'vetoed', vetoedBy, crisis, topic: found.topic || row.agenda });
    found.sources.push('vetoes');
  }
  for (const vote of votes.values()) {
    if (vote.outcome !== 'vetoed' || vote.sources.includes('vetoes') || vote.date > LIST_ENDS) continue;
    differences.push([vote.date, vote.symbol, 'outcome', 'tally: vetoed', 'vetoes: not listed', 'vetoes']);
    vote.outcome = 'failed';
  }
}

/** The same draft within a few days: ranges of dates and time zones differ between the lists. */
function findVote(key, date) {
  const near = [...votes.values()].filter(
    (vote) => Math.abs(Date.parse(vote.date) - Date.parse(date)) < 20 * 86_400_000,
  );
  return (
    near.find((vote) => vote.symbol === key) ?? near.find((vote) => unrevised(vote.symbol) === unrevised(key))
  );
}

/** Roll calls of contested votes 2011–2026 and of some failed drafts before. */
function addRollCalls() {
  for (const row of readCsv(folder, 'sc_contested_rollcalls_2011_2026.csv')) {
    const key = symbol(row.symbol);
    const codes = (cell) => cell.split(' ').filter(Boolean).map(seat).sort();
    const against = codes(row.against_iso3);
    const found = findVote(key, row.date);
    const permanent = (members.get(Number(row.date.slice(0, 4))) ?? []).filter((one) => one.permanent);
    const vetoedBy =
      row.outcome === 'vetoed' ? against.filter((code) => permanent.some((one) => one.code === code)) : [];
    for (const [field, value] of [
      ['for', row.for],
      ['against', row.against],
      ['abstain', row.abstain],
    ]) {
      if (found !== undefined && found[field] !== null && found[field] !== Number(value)) {
        differences.push([row.date, key, field, `tally: ${found[field]}`, `rollcall: ${value}`, 'rollcall']);
      }
    }
    if (found?.sources.includes('vetoes') && String(found.vetoedBy) !== String(vetoedBy)) {
      differences.push([
        row.date,
        key,
        'vetoed_by',
        `vetoes: ${found.vetoedBy.join(' ')}`,
        `rollcall: ${vetoedBy.join(' ')}`,
        'vetoes',
      ]);
    }
    const vote = found ?? { crisis: '', sources: [], meeting: '' };
    Object.assign(vote, {
      date: row.date,
      symbol: key,
      draft: symbol(row.draft),
      meeting: row.meeting || vote.meeting || '',
      topic: row.topic,
      outcome: row.outcome,
      for: Number(row.for),
      against: Number(row.against),
      abstain: Number(row.abstain),
      vetoedBy: vote.sources.includes('vetoes') ? vote.vetoedBy : vetoedBy,
      ballots: { against, abstain: codes(row.abstain_iso3), absent: codes(row.nonvoting_iso3) },
    });
    vote.sources.push('rollcall');
    if (found === undefined) votes.set(`${row.date} ${key}`, vote);
  }
}

/** Roll calls of drafts that failed or were vetoed before 2011: by meeting, without a day. */
function addFailedDrafts() {
  const days = new Map(
    readCsv(folder, 'sc_meetings_actions_1946-2022.csv').map((row) => [row.meeting, row.date]),
  );
  const codes = codesByName(data);
  for (const row of readCsv(folder, 'sc_failed_drafts_rollcall_53.csv')) {
    const meeting = `S/PV.${row['Meeting Number'].trim()}`;
    const draft = row['Voting On'].trim();
    const date = days.get(meeting);
    // Parts of drafts are no drafts, and from 2011 the UN's own data are better.
    if (!/^S\/\S+$/.test(draft) || date === undefined || Number(row.Year) >= 2011) continue;
    const named = (cell) =>
      [...cell.matchAll(/'([^']*)'|"([^"]*)"/g)].map((match) => codes(match[1] ?? match[2]));
    const [inFavour, against, abstain] = [row['In Favor'], row.Against, row.Abstain].map(named);
    const year = Number(date.slice(0, 4));
    const present = members.get(year).map((one) => one.code);
    const cast = [...inFavour, ...against, ...abstain];
    if (cast.some((code) => !present.includes(code)) || new Set(cast).size !== cast.length) {
      const others = cast.filter((code) => !present.includes(code)).join(' ');
      differences.push([date, draft, 'members', "members: that year's", `failed: also ${others}`, 'members']);
      continue;
    }
    const found = findVote(draft, date);
    const told = [inFavour.length, against.length, abstain.length];
    if (
      found !== undefined &&
      found.for !== null &&
      String([found.for, found.against, found.abstain]) !== String(told)
    ) {
      differences.push([
        date,
        draft,
        'tally',
        `tally: ${found.for}-${found.against}-${found.abstain}`,
        `failed: ${told.join('-')}`,
        'tally',
      ]);
      continue;
    }
    const vote = found ?? {
      date,
      symbol: draft,
      draft,
      meeting,
      topic: '',
      outcome: 'failed',
      vetoedBy: [],
      sources: [],
    };
    Object.assign(vote, {
      for: told[0],
      against: told[1],
      abstain: told[2],
      ballots: { against, abstain, absent: present.filter((code) => !cast.includes(code)) },
    });
    vote.sources.push('failed');
    if (found === undefined) votes.set(`${date} ${draft}`, vote);
  }
}

/** What follows from a tally alone: a vote without dissent, or one whose only noes are the vetoes. */
function finish(vote) {
  const documents = titles();
  const document = documents.get(vote.draft) ?? documents.get(vote.symbol);
  vote.matter = document?.matter ?? '';
  vote.sponsors = document?.sponsors ?? [];
  if (document !== undefined && vote.draft === '') vote.draft = document.draft;
  // What was left of Yugoslavia from then on is Serbia.
  vote.about = aboutOf({ crisis: '', ...vote }).map((code) =>
    code === 'YUG' && vote.date > '1992-04-27' ? 'SRB' : code,
  );
  if (vote.ballots !== undefined || vote.for === null) return;
  const present = (members.get(Number(vote.date.slice(0, 4))) ?? []).length;
  const complete = vote.for + vote.against + vote.abstain === present && vote.abstain === 0;
  if (complete && vote.against === vote.vetoedBy.length) {
    vote.ballots = { against: vote.vetoedBy, abstain: [], absent: [] };
    vote.derived = true;
  }
}

/** Titles and sponsors of drafts by the draft's symbol and by the resolution's. */
function titles() {
  const codes = codesByName(data);
  titles.known ??= new Map(
    readCsv(folder, 'sc_documents_metadata_undl_export.csv').flatMap((row) => {
      const matter = /\[(?:on |for |to |concerning )?(.*?)\]/.exec(row.uniform_title)?.[1] ?? '';
      const entry = { matter, draft: row.symbol.trim(), sponsors: sponsors(row.by, codes) };
      const resolution = symbol(row.resolution);
      const isDraft = /draft resolution/i.test(`${row.title} ${row.uniform_title}`);
      return isDraft ? [[entry.draft, entry], ...(resolution ? [[resolution, entry]] : [])] : [];
    }),
  );
  return titles.known;
}

function voteRow(vote) {
  return [
    vote.date,
    vote.symbol,
    vote.draft,
    vote.meeting,
    vote.topic,
    vote.matter,
    vote.crisis,
    vote.about.join('|'),
    vote.sponsors.join('|'),
    vote.outcome,
    vote.for,
    vote.against,
    vote.abstain,
    vote.vetoedBy.join('|'),
    vote.ballots === undefined ? 'unknown' : vote.derived ? 'derived' : 'known',
    vote.ballots?.against.join('|'),
    vote.ballots?.abstain.join('|'),
    vote.ballots?.absent.join('|'),
    vote.sources.join('|'),
  ];
}
