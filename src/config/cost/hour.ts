import { GATE } from '../gce/gate.js';
import { type Decimal, decimal, gib, plus, times } from './decimal.js';

/** What a server is guaranteed, in cores and bytes. */
export interface Guarantee {
  readonly cores: number;
  readonly bytes: number;
}

/** The operator's prices of an hour of a core and of a GiB. */
export interface HourPrices {
  readonly cpu: Decimal;
  readonly memory: Decimal;
}

/** Cores of a server's pod, with the gate in front of the server: Autopilot bills what the whole pod asks for. */
export function billedCores({ cores }: Guarantee): Decimal {
  return plus(decimal(cores), decimal(GATE.cores));
}

/** GiB of a server's pod, with the gate in front of the server. */
export function billedGib({ bytes }: Guarantee): Decimal {
  return plus(gib(bytes), decimal(GATE.gib));
}

/** Price of an hour of a running server. */
export function hourOf(size: Guarantee, prices: HourPrices): Decimal {
  return plus(times(billedCores(size), prices.cpu), times(billedGib(size), prices.memory));
}
