import type { Finder, Finding } from '../../shared/finder.ts';
import { Button } from '../../shared/html/button.tsx';
import { Empty } from '../../shared/html/empty.tsx';
import { Filters } from '../../shared/html/form.tsx';
import { TextField } from '../../shared/html/inputs.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead, Section } from '../../shared/html/sections.tsx';
import { clean } from '../../shared/vietnamese.ts';
import { type Frame, personOf, query, type Site } from '../../shared/web.ts';

interface Group {
  readonly group: string;
  readonly findings: readonly Finding[];
}

/** The search of the top line: every finder is asked, groups without findings are left out. */
export function searchRoute(site: Site, finders: readonly Finder[]): void {
  site.get('/search', { config: { door: 'signed-in' } }, async (request, reply) => {
    const person = personOf(request);
    const typed = clean(query(request).q ?? '').slice(0, 100);
    const asked = finders.map(async ({ group, find }) => ({
      group,
      findings: await find(typed, person),
    }));
    const groups = (await Promise.all(asked)).filter((one) => one.findings.length > 0);
    return reply.page(<SearchPage frame={request.frame()} typed={typed} groups={groups} />);
  });
}

interface SearchPageProps {
  readonly frame: Frame;
  readonly typed: string;
  readonly groups: readonly Group[];
}

function SearchPage({ frame, typed, groups }: SearchPageProps) {
  return (
    <Page frame={frame} title="Tìm kiếm">
      <PageHead title={typed ? `Tìm “${typed}”` : 'Tìm kiếm'} lead={leadOf(typed, groups)} />
      <Filters action="/search">
        <TextField
          name="q"
          type="search"
          label="Cần tìm"
          value={typed}
          hint="Gõ có dấu hoặc không dấu; tên cũ hay tên mới đều được."
        />
        <Button kind="primary" icon="search">
          Tìm
        </Button>
      </Filters>
      {typed && groups.length === 0 ? (
        <Empty sentence="Không thấy gì trùng. Hãy thử ít chữ hơn, hoặc bỏ dấu." />
      ) : null}
      {groups.map((one) => (
        <Section key={one.group} title={`${one.group} (${one.findings.length})`}>
          <Findings findings={one.findings} />
        </Section>
      ))}
    </Page>
  );
}

function leadOf(typed: string, groups: readonly Group[]): string | undefined {
  const count = groups.reduce((sum, one) => sum + one.findings.length, 0);
  return typed && count > 0 ? `Thấy ${count} kết quả.` : undefined;
}

function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  return (
    <ul class="findings">
      {findings.map((one) => (
        <li key={one.href}>
          <a href={one.href}>{one.title}</a>
          {one.facts.map((fact) => (
            <p key={fact}>{fact}</p>
          ))}
        </li>
      ))}
    </ul>
  );
}
