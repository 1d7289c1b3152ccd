import type { ComponentChildren } from 'preact';
import { Status } from './status.tsx';
import { type Tone, ToneShape } from './tone.tsx';

export interface ReportSectionLink {
  readonly href: string;
  readonly label: string;
  readonly tone: Tone;
  /** "3/5", "Bị trả lại", "Đủ" */
  readonly word: string;
  readonly current?: boolean;
}

export interface ReportFormProps {
  readonly sections: readonly ReportSectionLink[];
  readonly children: ComponentChildren;
}

/** Sections with their marks at the left, the fields at the right; one column on a phone. */
export function ReportForm({ sections, children }: ReportFormProps) {
  return (
    <div class="report-form">
      <nav class="report-sections" aria-label="Các phần của báo cáo">
        <ol>
          {sections.map((one) => (
            <li key={one.href}>
              <a href={one.href} aria-current={one.current ? 'true' : undefined}>
                <span>{one.label}</span>
                <Status tone={one.tone}>{one.word}</Status>
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <div class="report-fields">{children}</div>
    </div>
  );
}

export interface ReportSectionProps {
  readonly id: string;
  readonly title: string;
  /** The year compared with, for the head of the column. */
  readonly lastYear: number;
  readonly children: ComponentChildren;
}

/** One section of the form with the heads of its columns. */
export function ReportSection({ id, title, lastYear, children }: ReportSectionProps) {
  return (
    <section class="report-section" id={id}>
      <h2>{title}</h2>
      <div class="report-columns" aria-hidden="true">
        <span>Chỉ tiêu</span>
        <span>Đơn vị tính</span>
        <span>Năm {lastYear}</span>
        <span>Số liệu kỳ này</span>
        <span>Nguồn</span>
      </div>
      {children}
    </section>
  );
}

export interface StickyFootProps {
  readonly tone: Tone;
  /** "Đã lưu 14:32", "Chưa lưu được, đang giữ trên máy này". A script may rewrite it. */
  readonly saved: string;
  readonly children?: ComponentChildren;
}

/** The foot that never lies: what is safe, and the one big button. */
export function StickyFoot({ tone, saved, children }: StickyFootProps) {
  return (
    <div class="sticky-foot">
      <p class={`saved tone-${tone}`} role="status" data-saved>
        <ToneShape tone={tone} />
        <span>{saved}</span>
      </p>
      {children}
    </div>
  );
}
