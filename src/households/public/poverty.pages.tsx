import { showDay } from '../../shared/day.ts';
import { Actions, ButtonLink } from '../../shared/html/button.tsx';
import { Empty } from '../../shared/html/empty.tsx';
import { Figures, KeyValues } from '../../shared/html/facts.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead, Section } from '../../shared/html/sections.tsx';
import { Tabs } from '../../shared/html/ways.tsx';
import { lowerFirst, showPercent } from '../../shared/vietnamese.ts';
import type { Frame } from '../../shared/web.ts';
import { ClassTable, EthnicityTable, IndicatorTable } from './poverty-tables.pages.tsx';
import { type PovertyAsk, povertyAddress, TOPICS, type Topic } from './poverty-topics.ts';
import { MEANINGS, showChange, showPrinted } from './printed.ts';
import type { PublicView } from './public-view.ts';

export interface PovertyPageProps {
  readonly frame: Frame;
  readonly ask: PovertyAsk;
  /** Nothing while no year is official. */
  readonly view: PublicView | undefined;
}

/** What everybody may know of poverty in the province: the official years. */
export function PovertyPage({ frame, ask, view }: PovertyPageProps) {
  if (!view) return <NothingYet frame={frame} />;
  const title = `Hộ nghèo, hộ cận nghèo năm ${view.about.year}`;
  return (
    <Page frame={frame} title={title}>
      <PageHead title={title} lead={<Lead view={view} />} />
      <Tabs label="Năm" tabs={yearTabs(view, ask)} />
      {view.withheld ? <Withheld /> : <Told view={view} ask={ask} />}
      <Reading view={view} />
    </Page>
  );
}

function NothingYet({ frame }: { readonly frame: Frame }) {
  return (
    <Page frame={frame} title="Hộ nghèo, hộ cận nghèo">
      <PageHead title="Hộ nghèo, hộ cận nghèo" />
      <Empty sentence="Chưa có số liệu chính thức nào. Kết quả rà soát hằng năm được công khai ở đây sau khi tỉnh công bố, thường vào cuối tháng 12." />
    </Page>
  );
}

/** On paper too: where the numbers are from, and whether they are real. */
function Lead({ view: { about } }: { readonly view: PublicView }) {
  return (
    <>
      {about.isStory ? <strong>Số liệu dùng thử, không phải số thật. </strong> : null}
      {about.provinceName}. Số liệu chính thức từ ngày {showDay(about.officialOn)}, theo{' '}
      {lowerFirst(about.officialDocument)}.
    </>
  );
}

function yearTabs({ years, about }: PublicView, ask: PovertyAsk) {
  return years.map((year) => ({
    href: povertyAddress({ ...ask, year }),
    label: String(year),
    current: year === about.year,
  }));
}

function Withheld() {
  return (
    <Empty sentence="Năm này có quá nhiều số nhỏ nằm sát nhau: không bảng nào công bố được mà không để lộ số hộ dưới 5. Số liệu của năm này không được công khai theo xã." />
  );
}

function Told({ view, ask }: { readonly view: PublicView; readonly ask: PovertyAsk }) {
  const asked = { ...ask, year: view.about.year };
  const topics = Object.keys(TOPICS) as Topic[];
  return (
    <>
      <Province view={view} />
      <Tabs
        label="Nội dung"
        tabs={topics.map((topic) => ({
          href: povertyAddress({ ...asked, topic }),
          label: TOPICS[topic],
          current: topic === ask.topic,
        }))}
      />
      {ask.topic === 'deprivation' ? null : <WhichUnits view={view} ask={asked} />}
      <Table view={view} topic={ask.topic} />
      <Downloads ask={asked} />
    </>
  );
}

function Table({ view, topic }: { readonly view: PublicView; readonly topic: Topic }) {
  if (topic === 'deprivation') return <IndicatorTable view={view} />;
  if (topic === 'ethnicity') return <EthnicityTable view={view} />;
  return <ClassTable view={view} of={topic === 'poor' ? 'poor' : 'nearPoor'} />;
}

function Province({ view }: { readonly view: PublicView }) {
  const { province, about, rows } = view;
  const { counts } = province;
  const line = (rate: number | undefined, change: number | undefined) =>
    [
      rate === undefined ? '' : showPercent(rate),
      change === undefined ? '' : `${showChange(change)} hộ so với năm ${about.year - 1}`,
    ]
      .filter(Boolean)
      .join('; ');
  return (
    <Figures
      figures={[
        {
          ...{ name: 'Tổng số hộ', value: showPrinted(counts.total) },
          before: `${rows.length} xã, phường`,
        },
        {
          ...{ name: 'Hộ nghèo', value: showPrinted(counts.poor) },
          before: line(province.poorRate, province.poorChange),
        },
        {
          ...{ name: 'Hộ cận nghèo', value: showPrinted(counts.nearPoor) },
          before: line(province.nearPoorRate, province.nearPoorChange),
        },
      ]}
    />
  );
}

/** Which units, in words that stay on paper, and the way to the others. */
function WhichUnits({ view, ask }: { readonly view: PublicView; readonly ask: PovertyAsk }) {
  const { unitsDiffer, units, missing } = view;
  const other = units === 'then' ? 'today' : 'then';
  return (
    <p>
      {unitsDiffer ? (
        <>
          {units === 'then' ? 'Theo xã khi rà soát. ' : 'Theo xã hiện nay, sau sáp nhập. '}
          <a href={povertyAddress({ ...ask, units: other })}>
            {other === 'then' ? 'Xem theo xã khi rà soát' : 'Xem theo xã hiện nay'}
          </a>
          {'. '}
        </>
      ) : null}
      {missing.length > 0
        ? `Chưa có số liệu của ${missing.length} xã: ${missing.join(', ')}; tổng của tỉnh chưa gồm các xã này.`
        : null}
    </p>
  );
}

function Downloads({ ask }: { readonly ask: PovertyAsk }) {
  return (
    <Actions>
      <ButtonLink href={povertyAddress(ask, '.csv')} icon="download" download>
        Tải CSV (mở bằng Excel)
      </ButtonLink>
      <ButtonLink href={povertyAddress(ask, '.json')} icon="download" download>
        Tải JSON, có từ điển
      </ButtonLink>
    </Actions>
  );
}

/** How to read the numbers, where they come from, and what is promised. */
function Reading({ view: { about } }: { readonly view: PublicView }) {
  const meanings = Object.entries(MEANINGS).map(([name, value]) => ({ name: `“${name}”`, value }));
  return (
    <Section title="Cách đọc">
      <KeyValues
        facts={[
          ...meanings,
          {
            name: 'Nguồn',
            value: `Kết quả rà soát hộ nghèo, hộ cận nghèo năm ${about.year}, do Chủ tịch Ủy ban nhân dân các xã công nhận; ${lowerFirst(about.standardName)}.`,
          },
          {
            name: 'Dân tộc',
            value: 'Theo dân tộc của chủ hộ.',
          },
          {
            name: 'Giữ kín',
            value:
              'Từ mọi bảng, mọi năm và các tệp ở đây, không ai trừ ra được số chính xác của một ô “dưới 5”: cả 1, 2, 3 và 4 đều còn khớp. Điều này không che được điều mà người trong thôn, bản đã tự biết.',
          },
        ]}
      />
    </Section>
  );
}
