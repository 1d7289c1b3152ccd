import { Actions, Button, ButtonLink } from '../shared/html/button.tsx';
import { SelectField } from '../shared/html/choices.tsx';
import { Empty } from '../shared/html/empty.tsx';
import { ErrorSummary, errorOf } from '../shared/html/error-summary.tsx';
import { Form } from '../shared/html/form.tsx';
import { TextField } from '../shared/html/inputs.tsx';
import { Page } from '../shared/html/page.tsx';
import { PageHead, Panel } from '../shared/html/sections.tsx';
import { Status } from '../shared/html/status.tsx';
import type { FieldProblem } from '../shared/problem.ts';
import type { Frame } from '../shared/web.ts';
import type { Movement, MovementPlan } from './movement.ts';
import { numberOf } from './plan-paper.pages.tsx';

export interface MovementsPageProps {
  readonly frame: Frame;
  /** Each with the plans that the reader may see. */
  readonly movements: readonly (Movement & { readonly mayRun: boolean })[];
  readonly mayStart: boolean;
}

/** All movements and their plans; where the next one begins. */
export function MovementsPage({ frame, movements, mayStart }: MovementsPageProps) {
  return (
    <Page frame={frame} title="Các phong trào">
      <PageHead
        title="Các phong trào và kế hoạch"
        lead="Mỗi phong trào có kế hoạch của mình; kế hoạch mới nhất mở ra ở mục Kế hoạch."
        actions={
          mayStart ? (
            <ButtonLink href="/movements/new" icon="add">
              Lập phong trào
            </ButtonLink>
          ) : null
        }
      />
      {movements.length === 0 ? <Empty sentence="Chưa có phong trào nào." /> : null}
      {movements.map((movement) => (
        <Panel key={movement.id} title={movement.name} actions={<MovementLinks {...movement} />}>
          <p class="soft">
            Giai đoạn {movement.fromYear}–{movement.toYear}
          </p>
          {movement.plans.length === 0 ? (
            <p>Chưa có kế hoạch.</p>
          ) : (
            <ul class="plan-list">
              {movement.plans.map((plan) => (
                <PlanLine key={plan.id} plan={plan} mayRun={movement.mayRun} />
              ))}
            </ul>
          )}
        </Panel>
      ))}
    </Page>
  );
}

function MovementLinks({ id, mayRun }: { readonly id: string; readonly mayRun: boolean }) {
  return (
    <Actions>
      <ButtonLink href={`/movements/${id}/roles`}>Vai trò</ButtonLink>
      {mayRun ? (
        <ButtonLink href={`/plans/new?movement=${id}`} icon="upload">
          Nhập kế hoạch
        </ButtonLink>
      ) : null}
    </Actions>
  );
}

function PlanLine({ plan, mayRun }: { plan: MovementPlan; mayRun: boolean }) {
  const year = plan.issuedYear ? `, năm ${plan.issuedYear}` : '';
  return (
    <li>
      <a href={`/plans/${plan.id}${plan.isDraft ? '/edit' : ''}`}>{plan.title}</a>
      <p class="plan-list-facts">
        {plan.isDraft ? <Status tone="due">Bản nháp</Status> : null}
        <span class="soft">
          {numberOf(plan)}
          {year}
        </span>
        {mayRun && plan.openNotices > 0 ? (
          <a href={`/plans/${plan.id}/edit`}>{plan.openNotices} điều cần xem lại</a>
        ) : null}
      </p>
    </li>
  );
}

export interface MovementFormPageProps {
  readonly frame: Frame;
  readonly typed: Readonly<Record<string, string | undefined>>;
  readonly faults: readonly FieldProblem[];
  readonly movements: readonly Movement[];
}

/** A new movement, empty, or with the role holders of an earlier one. */
export function MovementFormPage({ frame, typed, faults, movements }: MovementFormPageProps) {
  const field = (name: string) => ({ name, value: typed[name], error: errorOf(faults, name) });
  return (
    <Page frame={frame} title="Lập phong trào">
      <PageHead
        title="Lập phong trào"
        lead="Đơn vị của bạn là cơ quan thường trực. Sau bước này hãy nhập kế hoạch và giao các vai trò."
        back={{ href: '/movements', label: 'Các phong trào' }}
      />
      <ErrorSummary problems={faults} />
      <Form action="/movements">
        <TextField {...field('name')} label="Tên phong trào" />
        <TextField
          {...field('shortName')}
          label="Tên ngắn"
          hint="Dùng ở đầu trang; để trống thì lấy tên đầy đủ."
          optional
        />
        <TextField {...field('fromYear')} label="Từ năm" inputmode="numeric" />
        <TextField {...field('toYear')} label="Đến năm" inputmode="numeric" />
        {movements.length > 0 ? (
          <SelectField
            {...field('templateId')}
            label="Lấy các đơn vị giữ vai theo phong trào"
            hint="Vai chủ trì, phối hợp và đơn vị đang giữ vai được chép sang; không chép số liệu."
            nothing="Không lấy, bắt đầu trống"
            choices={movements.map(({ id, name }) => ({ value: id, label: name }))}
            optional
          />
        ) : null}
        <Actions>
          <Button kind="primary" big>
            Lập phong trào
          </Button>
        </Actions>
      </Form>
    </Page>
  );
}
