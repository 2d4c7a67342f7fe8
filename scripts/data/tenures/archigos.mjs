/** Effective leaders from Archigos 4.1, by the table of their whole names. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** **Source** Goemans, Gleditsch and Chiozza, "Introducing Archigos" (2009), release 4.1: who led, from when to when. */
export function* readLeaders(folder) {
  const wanted = new Map(
    parse(readFileSync(join(import.meta.dirname, 'archigos-names.csv'), 'utf8'), { columns: true }).map(
      (row) => [`${row.country} ${row.leader}`, row],
    ),
  );
  const rows = parse(readFileSync(join(folder, 'archigos_leaders_1840-2015.csv'), 'utf8'), { columns: true });
  for (const row of rows) {
    if (row.enddate < '1990-01-01') continue;
    const country = CODES[row.obsid.slice(0, 3)] ?? row.obsid.slice(0, 3);
    const name = wanted.get(`${country} ${row.leader}`);
    if (name === undefined) continue;
    const end = row.enddate.slice(0, 10);
    // The last day of the data is no end of anything.
    const open = end >= '2014-12-31';
    yield {
      person: name.person,
      country,
      office: name.office,
      start: row.startdate.slice(0, 10),
      end: open ? '' : end,
      as_of: open ? end : '',
      origin: 'archigos',
    };
  }
}

/** Codes of the Correlates of War where ISO has others. */
export const CODES = Object.fromEntries(
  `ALG DZA,AUL AUS,AUS AUT,BAH BHR,BAR BRB,BFO BFA,BHM BHS,BNG BGD,BOS BIH,BOT BWA,BRU BRN,BUI BDI,BUL BGR,CAM KHM,
  CAO CMR,CAP CPV,CDI CIV,CEN CAF,CHA TCD,CON COG,COS CRI,CRO HRV,CZR CZE,CZE CSK,DEN DNK,DRC COD,EQG GNQ,ETM TLS,
  FRN FRA,GAM GMB,GFR DEU,GRG GEO,GUA GTM,GUI GIN,HAI HTI,HON HND,ICE ISL,INS IDN,IRE IRL,KYR KGZ,KZK KAZ,LAT LVA,
  LEB LBN,LES LSO,LIB LBY,LIT LTU,MAA MRT,MAC MKD,MAD MDV,MAG MDG,MAL MYS,MAS MUS,MAW MWI,MLD MDA,MON MNG,MOR MAR,
  MYA MMR,MZM MOZ,NEP NPL,NEW NZL,NIG NGA,NIR NER,NTH NLD,OMA OMN,PAR PRY,PHI PHL,POR PRT,ROK KOR,RUM ROU,SAF ZAF,
  SAL SLV,SER SRB,SIE SLE,SIN SGP,SLO SVK,SLV SVN,SOL SLB,SPN ESP,SRI LKA,SUD SDN,SWA SWZ,SWD SWE,SWZ CHE,TAJ TJK,
  TAW TWN,TAZ TZA,THI THA,TOG TGO,TRI TTO,UAE ARE,UKG GBR,URU URY,YUG SRB,ZAM ZMB,ZIM ZWE`
    .split(/,\s*/)
    .map((pair) => pair.split(' ')),
);
