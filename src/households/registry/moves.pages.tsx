import type { ComponentChildren } from 'preact';
import { Button } from '../../shared/html/button.tsx';
import { CheckList, SelectField } from '../../shared/html/choices.tsx';
import { ErrorSummary, errorOf } from '../../shared/html/error-summary.tsx';
import { Filters, Form } from '../../shared/html/form.tsx';
import { DayField, HiddenField, TextField } from '../../shared/html/inputs.tsx';
import { Notice } from '../../shared/html/notice.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead } from '../../shared/html/sections.tsx';
import { Tabs } from '../../shared/html/ways.tsx';
import { lowerFirst } from '../../shared/vietnamese.ts';
import type { Frame } from '../../shared/web.ts';
import type { Household, Member } from './household.ts';
import { relationName, SEXES } from './member.ts';
import { type FieldsProps, fieldOf } from './member-fields.pages.tsx';
import { MOVES, type MoveKind } from './moves.ts';
import { AreaField, VillageField, type VillageOption } from './new-household.pages.tsx';

export interface MovesPageProps extends FieldsProps {
  readonly frame: Frame;
  readonly household: Household;
  /** Masked. */
  readonly title: string;
  readonly seen: string;
  readonly kind: MoveKind;
  readonly living: readonly Member[];
  /** Numbers of members that were ticked. */
  readonly people: readonly string[];
  readonly communes: readonly { readonly id: string; readonly name: string }[];
  /** The commune whose villages are offered. */
  readonly communeId: string;
  readonly villages: readonly VillageOption[];
  /** A word on the yearly review where it does not follow. */
  readonly standing: string;
  readonly message: string | undefined;
}

/** What can become of a household, one at a time. */
export function MovesPage(props: MovesPageProps) {
  const { frame, household, title, kind, problems, message, standing } = props;
  const address = `/households/${household.id}`;
  const heading = 'Chuyển, tách, nhập hộ';
  return (
    <Page frame={frame} title={heading}>
      <PageHead
        title={heading}
        lead={`${title}, mã ${household.code}, ${household.villageName}, ${lowerFirst(household.communeName)}.`}
        back={{ href: address, label: title }}
      />
      <Tabs
        label="Việc cần ghi"
        tabs={Object.entries(MOVES).map(([key, label]) => ({
          ...{ href: `${address}/moves?kind=${key}`, label, current: key === kind },
        }))}
      />
      <ErrorSummary problems={problems} message={message} />
      {standing ? <Notice kind="warning">{standing}</Notice> : null}
      {kind === 'move' ? <CommuneFilter {...props} /> : null}
      <Form action={`${address}/moves?kind=${kind}&commune=${props.communeId}`}>
        <HiddenField name="seen" value={props.seen} />
        <HiddenField name="kind" value={kind} />
        <p>{EXPLAINED[kind]}</p>
        {FIELDS[kind](props)}
        <DayField {...fieldOf(props)('on')} label={DAYS[kind]} />
        <Button kind={kind === 'away' || kind === 'end' ? 'danger' : 'primary'}>
          {BUTTONS[kind]}
        </Button>
      </Form>
    </Page>
  );
}

const EXPLAINED: Readonly<Record<MoveKind, string>> = {
  move: 'Cả hộ chuyển đến một thôn, bản khác. Hộ nghèo, cận nghèo đến xã khác thì xã đó khảo sát lại.',
  split: 'Những người được chọn thành một hộ mới trong xã này; những người còn lại giữ hộ cũ.',
  merge:
    'Cả hộ nhập vào hộ khác và hộ này kết thúc. Người đã có ở hộ nhận (cùng số căn cước, hoặc cùng tên và năm sinh) không bị ghi hai lần.',
  away: 'Cả hộ đi khỏi tỉnh; hộ kết thúc trong sổ của tỉnh.',
  end: 'Không còn thành viên nào sống trong hộ; hộ kết thúc.',
};

const DAYS: Readonly<Record<MoveKind, string>> = {
  move: 'Ở nơi mới từ ngày',
  split: 'Là hộ riêng từ ngày',
  merge: 'Nhập từ ngày',
  away: 'Đi từ ngày',
  end: 'Kết thúc từ ngày',
};

const BUTTONS: Readonly<Record<MoveKind, string>> = {
  move: 'Ghi chuyển nơi ở',
  split: 'Tách thành hộ mới',
  merge: 'Nhập vào hộ này',
  away: 'Ghi đi khỏi tỉnh',
  end: 'Kết thúc hộ',
};

const FIELDS: Readonly<Record<MoveKind, (props: MovesPageProps) => ComponentChildren>> = {
  move: (props) => <PlaceFields {...props} />,
  split: (props) => <SplitFields {...props} />,
  merge: (props) => (
    <TextField {...fieldOf(props)('into')} label="Mã hộ nhận" hint="Ví dụ MT-001" />
  ),
  away: () => null,
  end: () => null,
};

/** Another commune first, so that only its villages are offered. */
function CommuneFilter({ household, communes, communeId }: MovesPageProps) {
  return (
    <Filters action={`/households/${household.id}/moves`}>
      <HiddenField name="kind" value="move" />
      <SelectField
        name="commune"
        label="Đến xã"
        optional
        value={communeId}
        choices={communes.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Button>Chọn xã</Button>
    </Filters>
  );
}

function PlaceFields(props: MovesPageProps) {
  return (
    <>
      <VillageField {...props} />
      <AreaField {...props} />
    </>
  );
}

function SplitFields(props: MovesPageProps) {
  const { household, living, people, problems } = props;
  const others = living.filter(({ no }) => no !== household.headNo);
  const choices = others.map((one) => ({ value: String(one.no), label: labelOf(one) }));
  return (
    <>
      <CheckList
        name="people"
        label="Những người tách ra"
        hint="Chủ hộ ở lại; muốn chủ hộ đi thì đặt người khác làm chủ hộ trước."
        choices={choices}
        values={people}
        error={errorOf(problems, 'people')}
      />
      <SelectField
        {...fieldOf(props)('newHead')}
        label="Chủ hộ mới"
        nothing="Chọn trong số những người tách ra"
        choices={choices}
      />
      <PlaceFields {...props} />
    </>
  );
}

/** Told apart without a name. */
function labelOf({ relation, sex, birthYear }: Member): string {
  return `${relationName(relation)}, ${sex === 'f' ? SEXES.f : SEXES.m}, sinh năm ${birthYear}`;
}
