const KINDS = /^(xã|phường|thị trấn|đặc khu|thôn|bản|tổ dân phố|khu phố|khu)\s+/iu;

/** A place inside a sentence: `xã Mường Than`, `bản Một`; a name without its kind stays as it is. */
export function inSentence(name: string): string {
  const kind = KINDS.exec(name)?.[0];
  return kind ? kind.toLocaleLowerCase('vi') + name.slice(kind.length) : name;
}

/** The place of a document: `Mường Than`; a ward that is only a number keeps its kind. */
export function placeOf(communeName: string): string {
  const bare = communeName.replace(KINDS, '');
  return /^\d+$/.test(bare) ? communeName : bare;
}

/** The office of a commune that keeps poverty: communes and wards call it differently since 1/7/2025. */
export function povertyDesk(communeName: string): string {
  return /^xã/iu.test(communeName) ? 'phòng Kinh tế' : 'phòng Kinh tế, Hạ tầng và Đô thị';
}
