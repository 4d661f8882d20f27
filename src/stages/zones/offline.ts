import type { Diagnostic } from '../../config/diagnostic.js';
import type { HubConfig } from '../../config/model.js';
import { joinWithAnd } from '../../config/text.js';
import type { Locate } from '../../config/yaml/locate.js';
import { wantedInZones } from './wanted.js';

/** A note for a check that contacts nothing: only Google knows which zones have an accelerator. */
export function unaskedZones(config: HubConfig, locate: Locate): readonly Diagnostic[] {
  const wanted = wantedInZones(config).filter((one) => one.zones === undefined);
  const { zones } = config.platform;
  if (wanted.length === 0 || zones === undefined) return [];
  const types = joinWithAnd([...new Set(wanted.map(({ text }) => text))]);
  return [
    {
      ...locate(config.platform.from === undefined ? ['platform', 'zones'] : ['platform', 'from']),
      severity: 'note',
      rule: 'zones-not-asked',
      message: `Whether ${joinWithAnd(zones)} ${zones.length === 1 ? 'has' : 'have'} ${types} is not checked here, because this command contacts nothing.`,
      hint: 'plan asks Compute Engine, and refuses a zone without it.',
    },
  ];
}
