import { Button, ButtonLink } from '../shared/html/button.tsx';
import { ActionForm, Form } from '../shared/html/form.tsx';
import { HiddenField, TextArea, TextField } from '../shared/html/inputs.tsx';
import { Notice } from '../shared/html/notice.tsx';
import { Panel } from '../shared/html/sections.tsx';
import { blockName, type ReportBlock, type ReportDraft } from './consolidated-report.ts';
import type { FigureBook, LiveFigure } from './consolidated-report-figures.ts';
import { spokenText, spokenTokens } from './report-block-tokens.ts';

interface OutlineProps {
  readonly draft: ReportDraft;
}

/** All blocks in their order, each leading to its tools. */
export function BlockOutline({ draft }: OutlineProps) {
  return (
    <details class="panel report-outline">
      <summary>Các đoạn của báo cáo</summary>
      <p class="hint">Chọn một đoạn để sửa chữ, đổi chỗ, ẩn, hoặc thêm đoạn sau nó.</p>
      <ol>
        {draft.blocks.map((block) => (
          <li key={block.id} class={`outline-${outlineLevel(block)}`}>
            <a href={blockAddress(draft, block.id)}>{outlineName(block)}</a>
            {block.options.hidden ? ' (đang ẩn)' : null}
          </li>
        ))}
      </ol>
    </details>
  );
}

function outlineLevel({ kind, options }: ReportBlock): number {
  return kind === 'heading' ? (options.level ?? 1) : kind === 'annex' ? 1 : 4;
}

function outlineName(block: ReportBlock): string {
  if (block.kind === 'gathered') return 'Nội dung gom từ các đơn vị';
  return block.kind === 'annex' ? `Phụ lục: ${blockName(block)}` : blockName(block);
}

export function blockAddress({ roundId }: Pick<ReportDraft, 'roundId'>, blockId: string): string {
  return `/rounds/${roundId}/document?edit=${blockId}`;
}

export interface BlockEditorProps {
  readonly draft: ReportDraft;
  readonly block: ReportBlock;
  readonly figures: readonly LiveFigure[];
  readonly book: FigureBook;
  /** What was typed last and the sentence that mends it; else the block's own words. */
  readonly typed?: { readonly body?: string | undefined; readonly heading?: string | undefined };
  readonly error?: string | undefined;
  readonly message?: string | undefined;
}

/** One block with its tools: words, place, whether it is shown, a paragraph after it. */
export function BlockEditor(props: BlockEditorProps) {
  const { draft, block, message } = props;
  return (
    <Panel title={`Sửa: ${outlineName(block)}`} id="edit">
      {message ? <Notice kind="error">{message}</Notice> : null}
      <Words {...props} />
      <Tools draft={draft} block={block} />
      <ButtonLink href={`/rounds/${draft.roundId}/document`} kind="quiet">
        Đóng, xem toàn văn
      </ButtonLink>
    </Panel>
  );
}

function Words(props: BlockEditorProps) {
  const { draft, block, figures, typed, error } = props;
  if (block.kind !== 'text' && block.heading === null)
    return <p>Phần này do hệ thống gom từ các báo cáo; không sửa chữ, có thể đổi chỗ hoặc ẩn.</p>;
  return (
    <>
      <Form action={`/rounds/${draft.roundId}/document/blocks/${block.id}`}>
        <HiddenField name="version" value={`${draft.version}`} />
        {block.kind === 'text' ? (
          <TextArea
            name="body"
            label="Nội dung đoạn"
            hint="Mỗi dòng là một đoạn văn; dòng mở đầu bằng gạch ngang là một ý. Tên số liệu trong hai dấu ngoặc nhọn được thay bằng số đang có."
            rows={12}
            value={typed?.body ?? spokenText(block.body, figures)}
            error={error}
          />
        ) : (
          <TextField
            name="heading"
            label="Đề mục"
            value={typed?.heading ?? block.heading ?? ''}
            error={error}
          />
        )}
        <Button kind="primary">Lưu đoạn</Button>
      </Form>
      {block.kind === 'text' ? <FigureList {...props} /> : null}
    </>
  );
}

/** What may be put into the words, with the value that it has now. */
function FigureList({ figures, book }: BlockEditorProps) {
  const [example = '', last = '', change = ''] = spokenTokens(figures, figures[0]?.slug ?? '');
  return (
    <details class="report-figures" open>
      <summary>Số liệu chèn được vào đoạn</summary>
      <p class="hint">
        Chép nguyên cả dấu ngoặc, ví dụ <code>{example}</code>. Số năm trước: <code>{last}</code>.
        So với năm trước bằng chữ: <code>{change}</code>.
      </p>
      <section
        class="report-figure-list"
        aria-label="Số liệu chèn được"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
      >
        <dl>
          {figures.map(({ slug, name }) => (
            <div key={slug}>
              <dt>
                {name}: <span class="number">{book.get(slug)?.text}</span>
              </dt>
              <dd>
                <code>{spokenTokens(figures, slug)[0]}</code>
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </details>
  );
}

function Tools({ draft, block }: Pick<BlockEditorProps, 'draft' | 'block'>) {
  const base = `/rounds/${draft.roundId}/document/blocks/${block.id}`;
  const values = { version: `${draft.version}` };
  const { generated, hidden } = block.options;
  const edited = generated !== undefined && generated !== '' && generated !== block.body;
  return (
    <div class="report-tools">
      <ActionForm action={`${base}/move`} label="Chuyển lên" values={{ ...values, by: 'up' }} />
      <ActionForm action={`${base}/move`} label="Chuyển xuống" values={{ ...values, by: 'down' }} />
      <ActionForm
        action={`${base}/hide`}
        label={hidden ? 'Hiện lại' : 'Ẩn khỏi báo cáo'}
        values={values}
      />
      <ActionForm action={`${base}/add`} label="Thêm đoạn sau" values={values} />
      {edited ? (
        <ActionForm action={`${base}/reset`} label="Trả về bản hệ thống viết" values={values} />
      ) : null}
    </div>
  );
}
