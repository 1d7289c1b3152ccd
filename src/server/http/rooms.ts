import { householdsRoutes } from '../../households/households.routes.ts';
import { clauseFinder } from '../../movements/clause-finder.actions.ts';
import { movementsRoutes } from '../../movements/movements.routes.tsx';
import { peopleRoutes } from '../../people/people.routes.tsx';
import { signInRoutes } from '../../people/sign-in.routes.tsx';
import { formsRoutes } from '../../reporting/forms/forms.routes.tsx';
import { consolidatedReportRoutes } from '../../reporting/provincial/consolidated-report.routes.tsx';
import { reportsRoutes } from '../../reporting/reports/reports.routes.tsx';
import { extensionRoutes } from '../../reporting/rounds/extension.routes.tsx';
import { roundsRoutes } from '../../reporting/rounds/rounds.routes.tsx';
import { reportSheetRoutes } from '../../reporting/sheets/report-sheet.routes.tsx';
import { totalsRoutes } from '../../reporting/totals/totals.routes.tsx';
import { calendarRoutes } from '../../reporting/urging/calendar.routes.tsx';
import { urgingRoutes } from '../../reporting/urging/urging.routes.tsx';
import { workRoutes } from '../../reporting/urging/work.routes.tsx';
import type { House } from '../../shared/house.ts';
import type { Site } from '../../shared/web.ts';
import { unitFinder } from '../../units/unit-finder.actions.ts';
import { unitsRoutes } from '../../units/units.routes.tsx';
import { searchRoute } from './search.tsx';

/** Every room of the house, in the order of the rail. */
export function openRooms(site: Site, house: House): void {
  site.get('/', { config: { door: 'public' } }, (request, reply) =>
    reply.redirect(request.person ? '/work' : '/sign-in'),
  );
  signInRoutes(site, house);
  peopleRoutes(site, house);
  workRoutes(site, house);
  urgingRoutes(site, house);
  calendarRoutes(site, house);
  movementsRoutes(site, house);
  roundsRoutes(site, house);
  extensionRoutes(site, house);
  reportsRoutes(site, house);
  consolidatedReportRoutes(site, house);
  reportSheetRoutes(site, house);
  formsRoutes(site, house);
  totalsRoutes(site, house);
  unitsRoutes(site, house);
  householdsRoutes(site, house);
  searchRoute(site, [unitFinder(house), clauseFinder(house)]);
}
