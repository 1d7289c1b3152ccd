const SENTENCES = {
  noBinaries:
    'Chưa có PostgreSQL đi kèm cho máy này ({platform}). Hãy chạy lại "npm ci", hoặc đặt biến DATABASE_URL trỏ tới một máy chủ PostgreSQL có sẵn.',
  noUnprivilegedUser:
    'PostgreSQL không chạy được bằng quyền root và máy này không có người dùng {users}. Hãy tạo người dùng "chungtay" hoặc chạy ứng dụng bằng một người dùng thường.',
  noPlace:
    'Không tìm được thư mục để PostgreSQL chạy bằng người dùng {user} (đã thử: {tried}). Hãy đặt DATA_DIR vào một thư mục mà người dùng này mở được và có đường dẫn ngắn hơn.',
  dataMoved:
    'Dữ liệu PostgreSQL được ghi nhận ở {home} nhưng không còn thấy ở đó. Để tránh mở nhầm một cơ sở dữ liệu trống, ứng dụng dừng lại. Hãy đưa thư mục đó về chỗ cũ, hoặc khôi phục từ bản sao lưu.',
  memoryLost:
    'Thư mục {dataDir} có dữ liệu PostgreSQL nhưng thiếu tệp postgres.json (nơi giữ mật khẩu vào dữ liệu đó). Hãy đưa tệp này từ bản sao lưu về lại chỗ cũ rồi chạy lại.',
  otherOwner:
    'Thư mục dữ liệu {home} thuộc về người dùng khác. Hãy chạy ứng dụng bằng đúng người dùng đã tạo dữ liệu.',
  otherVersion:
    'Dữ liệu ở {home} thuộc PostgreSQL {found}, còn ứng dụng đi kèm PostgreSQL {shipped}. Hãy dùng đúng bản ứng dụng cũ để xuất dữ liệu, hoặc đặt DATABASE_URL.',
  busy: 'Một tiến trình khác đang khởi động trên cùng thư mục dữ liệu {dataDir} và chưa xong sau {seconds} giây. Hãy dừng tiến trình đó rồi chạy lại.',
  notReady:
    'PostgreSQL không sẵn sàng sau {seconds} giây. Dữ liệu chưa bị thay đổi. Xem nhật ký: {logFile}. Dòng cuối: {lastLine}',
  stopped:
    'PostgreSQL dừng ngay khi khởi động. Dữ liệu chưa bị thay đổi. Xem nhật ký: {logFile}. Dòng cuối: {lastLine}',
  initFailed: 'Không tạo được cơ sở dữ liệu mới ở {home}. PostgreSQL báo: {detail}',
} as const;

/** A reason why the database cannot be started; `message` is what the person at the terminal reads. */
export class PostgresTrouble extends Error {
  readonly key: keyof typeof SENTENCES;

  constructor(key: keyof typeof SENTENCES, words: Record<string, string | number> = {}) {
    super(SENTENCES[key].replace(/\{(\w+)\}/g, (gap, word: string) => String(words[word] ?? gap)));
    this.name = 'PostgresTrouble';
    this.key = key;
  }
}
