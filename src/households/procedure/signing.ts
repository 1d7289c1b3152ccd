import { authorityLines } from '../../documents/document-rules.ts';
import { fold } from '../../shared/vietnamese.ts';

/** How the signer stands to the chairman (Decree 30/2020, article 13). */
export type Signing = 'head' | 'deputy' | 'acting';

/**
 * From the position on record, `Phó Chủ tịch`; `undefined`: neither chairman nor a deputy, so no
 * signer of this decision.
 */
export function signingOf(title: string): Signing | undefined {
  const words = fold(title);
  if (/(quyen|q\.) ?chu tich/.test(words)) return 'acting';
  if (words.replaceAll('pho chu tich', '').includes('chu tich')) return 'head';
  return words.includes('pho chu tich') ? 'deputy' : undefined;
}

/** The lines above the name: the decision is the chairman's own, not the committee's, so no TM. */
export function signatureLines(signing: Signing): string[] {
  return authorityLines({
    head: 'Chủ tịch',
    ...(signing === 'deputy' && { by: 'KT' as const, position: 'Phó Chủ tịch' }),
    ...(signing === 'acting' && { by: 'Q' as const }),
  });
}
