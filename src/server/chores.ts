import type { House } from '../shared/house.ts';
import type { Configuration } from './configuration.ts';

/** Work that nobody presses a button for. Stops with the server. */
export function startChores(
  _house: House,
  _configuration: Configuration,
): { stop(): Promise<void> } {
  return { stop: async () => undefined };
}
