import { lowerFirst } from '../../shared/vietnamese.ts';
import type { FormSection } from '../forms/form.ts';
import { totalAt } from '../totals/totals.ts';
import type { BlockOptions, ReportBlock } from './consolidated-report.ts';
import type { LiveFigure, ReportSources } from './consolidated-report-figures.ts';
import { figureRef } from './consolidated-report-figures.ts';

/** A block before it has an id and a place. */
export type NewBlock = Pick<ReportBlock, 'kind' | 'clausePath' | 'heading' | 'body' | 'options'>;

/** What the generator takes from the plan: who issued it, and the headings of its sections. */
export interface PlanWords {
  /** `Kế hoạch số 12/KH-UBND ngày … của Ủy ban nhân dân tỉnh`; empty without a plan. */
  readonly citation: string;
  /** Headings of the sections by path, as printed. */
  readonly headings: ReadonlyMap<string, string>;
}

/**
 * The first draft of the provincial report: opening, how units reported, results by clause with
 * live figures, what units listed, tasks, closing, annexes. Texts hold `{{slug}}` tokens only,
 * never numbers, so they stay true when a figure changes.
 */
export function firstBlocks(sources: ReportSources, plan: PlanWords): NewBlock[] {
  const filled = sources.sections.filter((section) => figuresOf(section, sources).length > 0);
  const listed = sources.sections.filter((section) => listsOf(section).length > 0);
  return [
    frame('opening', openingText(sources, sources.receiverName, plan.citation)),
    title(1, 'Công tác chỉ đạo và chế độ báo cáo'),
    title(2, 'Đánh giá chung'),
    prompted('công tác chỉ đạo, triển khai và đánh giá chung kết quả của năm'),
    title(2, 'Tình hình báo cáo của các đơn vị'),
    block('reporting'),
    title(1, 'Kết quả thực hiện'),
    ...byClause(filled, sources, plan),
    ...listed.flatMap((section) => [
      title(1, section.title, section.clausePath),
      ...listsOf(section).flatMap(({ slug, name }) => [
        title(2, name, section.clausePath),
        block('gathered', { slug, grouped: isShared(name) }, section.clausePath),
      ]),
    ]),
    title(1, `Phương hướng, nhiệm vụ năm ${sources.round.year + 1}`),
    prompted(`phương hướng, nhiệm vụ trọng tâm năm ${sources.round.year + 1}`),
    frame('closing', closingText(sources, sources.receiverName, sources.topName)),
    annex('units', 'Kết quả giảm nghèo theo đơn vị'),
    annex('resources', 'Nguồn lực huy động cho phong trào'),
    annex('lateness', 'Đơn vị chưa gửi và gửi báo cáo muộn'),
  ];
}

function block(
  kind: NewBlock['kind'],
  options: BlockOptions = {},
  clausePath: string | null = null,
): NewBlock {
  return { kind, clausePath, heading: null, body: '', options };
}

function title(level: 1 | 2 | 3, heading: string, clausePath: string | null = null): NewBlock {
  return { ...block('heading', { level }, clausePath), heading };
}

function text(body: string, clausePath: string | null = null): NewBlock {
  return { ...block('text', { generated: body }, clausePath), body };
}

/** Nothing that a computer may write: an officer's own judgement, asked for until it is there. */
function prompted(prompt: string): NewBlock {
  return block('text', { generated: '', prompt });
}

function annex(kind: NonNullable<BlockOptions['annex']>, heading: string): NewBlock {
  return { ...block('annex', { annex: kind }), heading };
}

/** The words before and after the report, which name its issuer. */
function frame(part: 'opening' | 'closing', body: string): NewBlock {
  return { ...block('text', { generated: body, part }), body };
}

type Named = Pick<ReportSources, 'movementName' | 'round'>;

/** How the report begins: on what order, who reports what. */
export function openingText({ movementName, round }: Named, issuer: string, citation: string) {
  const under = citation ? `Thực hiện ${citation}, ` : '';
  return `${under}${issuer} báo cáo kết quả thực hiện ${movementTitle(movementName)} năm ${round.year} như sau:`;
}

/** How it ends; the sign `./.` is print's own. */
export function closingText({ movementName, round }: Named, issuer: string, addressee: string) {
  return `Trên đây là báo cáo kết quả thực hiện ${movementTitle(movementName)} năm ${round.year}, ${issuer} kính trình ${addressee} xem xét, chỉ đạo.`;
}

/** `Phong trào thi đua “…”`, unless the movement's own name says so. */
export function movementTitle(name: string): string {
  return /^phong trào/i.test(name) ? name : `Phong trào thi đua “${name}”`;
}

/** The sections of the form in order, under the headings of the plan that they belong to. */
function byClause(
  sections: readonly FormSection[],
  sources: ReportSources,
  { headings }: PlanWords,
): NewBlock[] {
  let above: string | undefined;
  return sections.flatMap((section) => {
    const top = section.clausePath?.split('.')[0];
    const heading = top === undefined ? undefined : headings.get(top);
    const opens = heading !== undefined && top !== above;
    if (opens) above = top;
    const lead = opens ? [title(2, asSentence(heading), top)] : [];
    const body = sectionText(section, sources);
    return [
      ...lead,
      title(heading === undefined ? 2 : 3, section.title, section.clausePath),
      text(body, section.clausePath),
    ];
  });
}

/** `NỘI DUNG PHONG TRÀO THI ĐUA` as `Nội dung phong trào thi đua`. */
export function asSentence(heading: string): string {
  const words =
    heading === heading.toLocaleUpperCase('vi') ? heading.toLocaleLowerCase('vi') : heading;
  return words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);
}

/** Figures of a section that some unit is asked for and has answered, now or last year. */
function figuresOf(section: FormSection, { figures, totals, last, round }: ReportSources) {
  const has = (slug: string) =>
    (totalAt(totals, round.topId, slug) ?? totalAt(last, round.topId, slug)) !== undefined;
  const own = new Set(section.fields.map(({ slug }) => slug));
  return figures.filter(({ slug }) => own.has(slug) && has(slug));
}

function listsOf(section: FormSection) {
  return section.fields.filter(({ kind }) => kind === 'list');
}

/** Many units meet the same difficulty; a model or an exemplar is each its own. */
function isShared(name: string): boolean {
  return /khó khăn|vướng mắc|đề xuất|kiến nghị/i.test(name);
}

/** One section in sentences: ratios with what they are made of first, then one line a figure. */
export function sectionText(section: FormSection, sources: ReportSources): string {
  const figures = figuresOf(section, sources);
  const ratios = figures.filter(({ kind }) => kind === 'ratio');
  const told = new Set(ratios.flatMap(({ slug, numeratorSlug }) => [slug, numeratorSlug]));
  const rest = figures.filter(({ slug }) => !told.has(slug));
  return [
    ...ratios.map((ratio) => ratioSentence(ratio, figures)),
    ...rest.map((figure) => `- ${SENTENCES[figure.kind](figure)}`),
  ].join('\n');
}

/** `Hộ nghèo cuối năm là {{…}}, {{…|change}}; tỷ lệ hộ nghèo là {{…}}, {{…|change}}.` */
function ratioSentence(ratio: LiveFigure, figures: readonly LiveFigure[]): string {
  const part = figures.find(({ slug }) => slug === ratio.numeratorSlug);
  const whole = SENTENCES.ratio(ratio);
  return part ? `${SENTENCES[part.kind](part)}; ${lowerFirst(whole)}.` : `${whole}.`;
}

const plainly = (verb: string) => (figure: LiveFigure) =>
  `${alone(figure.name)} ${verb} ${token(figure, 'now')}, ${token(figure, 'change')}`;

/** How a figure of each kind is told. */
const SENTENCES: Readonly<Record<LiveFigure['kind'], (figure: LiveFigure) => string>> = {
  count: plainly('là'),
  ratio: plainly('là'),
  money: plainly('đạt'),
  text: ({ name }) => name,
  list: ({ name }) => name,
};

function token({ slug }: LiveFigure, aspect: 'now' | 'change'): string {
  return `{{${figureRef(slug, aspect)}}}`;
}

/** A row of the form may lean on the one above it (`Trong đó: hộ …`); a sentence stands alone. */
function alone(name: string): string {
  const words = name.replace(/^trong đó:?\s*/i, '');
  return words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);
}
