import { showNumber } from '../../shared/vietnamese.ts';

/** Where a standard stands already: what has been recognised or decided by it. */
export interface StandardUse {
  readonly standardId: string;
  /** Years of review in which communes recognised by it, the earliest first. */
  readonly years: readonly number[];
  /** How many communes' reviews. */
  readonly communes: number;
  /** Requests off the round that were decided by it. */
  readonly requests: number;
  /** Years of rounds that use it and are not recognised everywhere yet. */
  readonly openYears: readonly number[];
}

/** Has anything been signed by it? Then its rules stay. */
export function isUsed(use: StandardUse | undefined): boolean {
  return use !== undefined && use.communes + use.requests > 0;
}

/** Why a standard can no longer be changed, and what to do instead. */
export function useInWords({ years, communes, requests }: StandardUse): string {
  const reviews = `công nhận kết quả rà soát năm ${years.join(', ')} của ${showNumber(communes)} xã`;
  const answers = `trả lời ${showNumber(requests)} đề nghị rà soát thường xuyên`;
  const done = [communes > 0 ? reviews : '', requests > 0 ? answers : ''].filter(Boolean);
  return `Đã dùng để ${done.join(' và ')} nên không sửa được nữa: kết quả đã ký phải giữ nguyên cách tính. Nếu văn bản mới đổi mức, hãy sao chép thành chuẩn mới.`;
}
