import type { SignedClaim } from '../archive/signatures.js';
import type { Evidence } from '../reading/contract.js';

/** How far a verdict says that a claim is true. **Source** schema.org Rating: the higher the better. */
const RATINGS = {
  supported: { ratingValue: 5, alternateName: 'Supported by the record' },
  unverifiable: { ratingValue: 3, alternateName: 'Not verifiable' },
  contradicted: { ratingValue: 1, alternateName: 'Contradicted by the record' },
} as const;

/**
 * A verdict that a person has signed, as fact-checkers publish it.
 *
 * **Source** https://schema.org/ClaimReview. What nobody knows is left out: where the claim appeared has an address
 * only where its report has one.
 */
export function toClaimReview({ record, report, signature }: SignedClaim, reportUrl: string | null): object {
  const { signer, url, note, signedAt, verdict } = signature;
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    ...(url === null ? {} : { url }),
    datePublished: signedAt.slice(0, 10),
    author: { '@type': 'Organization', name: signer },
    claimReviewed: record.text,
    itemReviewed: {
      '@type': 'Claim',
      ...(report.published === null ? {} : { datePublished: report.published }),
      appearance: {
        '@type': 'NewsArticle',
        identifier: report.id,
        ...(report.title === null ? {} : { headline: report.title }),
        ...(reportUrl === null ? {} : { url: reportUrl }),
      },
    },
    reviewRating: { '@type': 'Rating', ...RATINGS[verdict], bestRating: 5, worstRating: 1 },
    reviewBody: note === null ? record.because : `${record.because} ${note}`,
    citation: record.evidence.map(citation),
  };
}

function citation({ source, entry, fields }: Evidence): object {
  const facts = Object.entries(fields)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}: ${value}`);
  return { '@type': 'CreativeWork', name: `${source}, ${entry}`, text: facts.join('; ') };
}
