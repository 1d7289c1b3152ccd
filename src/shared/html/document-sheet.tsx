import type { ComponentChildren, JSX } from 'preact';
import type { OfficialDocument, Run, Signature } from '../../documents/official-document.ts';
import {
  type PrintedAnnex,
  type PrintedBlock,
  type PrintedDocument,
  printed,
} from '../../documents/printed-document.ts';
import { DocumentTable } from './document-table.tsx';

/** Where a figure's source is shown, with a note to be read before one goes there. */
export interface FigureLink {
  readonly href: string;
  /** Value, last year's, source: shown by pointing, and read out instead of the bare figure. */
  readonly note: string;
}

/** Where a figure's source is shown; `undefined` leaves the figure plain text. */
export type FigureHref = (ref: string) => string | FigureLink | undefined;

/**
 * The document as sheets of A4 paper, word for word what Word and PDF print; needs
 * `css/document.css`, and a `Desk` to lie on. Annexes are sheets of their own. Its title is an `h2`: the page
 * around it has the `h1`.
 */
export function DocumentSheet(props: {
  readonly document: OfficialDocument;
  readonly figureHref?: FigureHref;
}): JSX.Element {
  const page = printed(props.document);
  return (
    <div class="papers">
      <article class="paper" lang="vi">
        <Letterhead page={page} />
        <Title page={page} />
        <Addressees page={page} />
        {page.decidedBy && <p class="paper-centred">{page.decidedBy}</p>}
        {page.legalBases.map((line) => (
          <p key={line} class="paper-basis">
            {line}
          </p>
        ))}
        {page.enactment && <p class="paper-centred">{page.enactment}</p>}
        <Blocks blocks={page.blocks} figureHref={props.figureHref} />
        <Closing page={page} />
      </article>
      {page.annexes.map((annex) => (
        <AnnexSheet key={annex.label} annex={annex} figureHref={props.figureHref} />
      ))}
    </div>
  );
}

function Letterhead({ page }: { readonly page: PrintedDocument }) {
  return (
    <header class="paper-head">
      <div class="paper-issuer">
        {page.parent && <p>{page.parent}</p>}
        <p class="paper-ruled">
          <strong>{page.issuer}</strong>
        </p>
      </div>
      <div class="paper-nation">
        <p>
          <strong>{page.nation}</strong>
        </p>
        <p class="paper-motto">
          <strong>{page.motto}</strong>
        </p>
      </div>
      <div class="paper-number">
        <p>{page.number}</p>
        {page.subject && <h2 class="paper-subject">{page.subject}</h2>}
      </div>
      <p class="paper-date">{page.placeAndDate}</p>
    </header>
  );
}

function Title({ page }: { readonly page: PrintedDocument }) {
  if (page.typeName === '') return null;
  return (
    <div class="paper-title">
      <h2>{page.typeName}</h2>
      <p class="paper-ruled">{page.summary}</p>
    </div>
  );
}

function Addressees({ page }: { readonly page: PrintedDocument }) {
  const [first, ...others] = page.addressees;
  if (first === undefined) return null;
  if (others.length === 0) return <p class="paper-address-one">{`${page.addressLead} ${first}`}</p>;
  return (
    <div class="paper-address">
      <p>{page.addressLead}</p>
      <Lines lines={page.addressees} />
    </div>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

interface BlocksProps {
  readonly blocks: readonly PrintedBlock[];
  readonly figureHref: FigureHref | undefined;
}

function Blocks({ blocks, figureHref }: BlocksProps): JSX.Element {
  return <>{blocks.map((block) => blockOf(block, figureHref))}</>;
}

function blockOf(block: PrintedBlock, figureHref: FigureHref | undefined): JSX.Element {
  if (block.kind === 'table')
    return (
      <DocumentTable
        table={block}
        runsOf={(runs) => <Runs runs={runs} figureHref={figureHref} />}
      />
    );
  if (block.kind !== 'heading')
    return (
      <p class="paper-text">
        <Runs runs={block.runs} figureHref={figureHref} />
      </p>
    );
  if (block.level === 1) return <h3 class="paper-text">{block.text}</h3>;
  return block.level === 2 ? (
    <h4 class="paper-text">{block.text}</h4>
  ) : (
    <h5 class="paper-text">{block.text}</h5>
  );
}

function Runs(props: {
  readonly runs: readonly Run[];
  readonly figureHref: FigureHref | undefined;
}): JSX.Element {
  return <>{props.runs.map((run) => runOf(run, props.figureHref))}</>;
}

function runOf(run: Run, figureHref: FigureHref | undefined): ComponentChildren {
  if (run.kind === 'bold') return <strong>{run.text}</strong>;
  if (run.kind === 'italic') return <em>{run.text}</em>;
  const link = run.kind === 'figure' ? figureHref?.(run.ref) : undefined;
  if (link === undefined) return run.text;
  const { href, note } = typeof link === 'string' ? { href: link, note: undefined } : link;
  return (
    <a class="paper-figure" href={href} title={note} aria-label={note && `${run.text}: ${note}`}>
      {run.text}
    </a>
  );
}

function Closing({ page }: { readonly page: PrintedDocument }) {
  return (
    <footer class={page.secretary ? 'paper-foot paper-foot-minutes' : 'paper-foot'}>
      {page.secretary && <SignatureOf signature={page.secretary} />}
      <SignatureOf signature={page.signature} />
      {page.recipients.length > 0 && (
        <div class="paper-recipients">
          <p>{page.recipientsLabel}</p>
          <Lines lines={page.recipients} />
        </div>
      )}
    </footer>
  );
}

function SignatureOf({ signature }: { readonly signature: Signature }) {
  return (
    <div class="paper-signature">
      {signature.authority.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p class="paper-signer">{signature.name}</p>
    </div>
  );
}

function AnnexSheet(props: {
  readonly annex: PrintedAnnex;
  readonly figureHref: FigureHref | undefined;
}) {
  const { annex } = props;
  return (
    <section class={annex.landscape ? 'paper paper-wide' : 'paper'} lang="vi">
      <div class="paper-title">
        <h2>{annex.label}</h2>
        <p>{annex.name}</p>
        <p class="paper-attached paper-ruled">{annex.attachedTo}</p>
      </div>
      <Blocks blocks={annex.blocks} figureHref={props.figureHref} />
    </section>
  );
}
