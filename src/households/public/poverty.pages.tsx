import { showDay } from '../../shared/day.ts';
import { Actions, ButtonLink } from '../../shared/html/button.tsx';
import { Empty } from '../../shared/html/empty.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead } from '../../shared/html/sections.tsx';
import { Tabs } from '../../shared/html/ways.tsx';
import { lowerFirst } from '../../shared/vietnamese.ts';
import type { Frame } from '../../shared/web.ts';
import { HowToRead, ProvinceFigures } from './poverty-parts.pages.tsx';
import { ClassTable, EthnicityTable, IndicatorTable } from './poverty-tables.pages.tsx';
import { type PovertyAsk, povertyAddress, TOPICS, type Topic } from './poverty-topics.ts';
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
      <HowToRead view={view} />
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
      <ProvinceFigures view={view} />
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
