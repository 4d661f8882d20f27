import { renameSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import type { Pod, Service } from './pod-types.js';

/** A pod that Services may lead to. */
export interface NetworkPod {
  readonly pod: Pod;
  readonly podIP: string;
  readonly ready: boolean;
}

/** One port of a Service with the addresses `ip:port` behind it. */
export interface ServicePort {
  readonly name: string;
  readonly port: number;
  readonly endpoints: readonly string[];
}

/** A Service as pods see it. `clusterIP` is empty for a headless one. */
export interface ServiceEntry {
  readonly clusterIP: string;
  readonly ports: readonly ServicePort[];
}

/**
 * The Services and the pods behind them, by `namespace/name`. Worked out from the pods themselves: the API server refuses
 * loopback addresses in EndpointSlices, so the controller's slices stay empty here.
 */
export function serviceTable(services: readonly Service[], pods: readonly NetworkPod[]): Record<string, ServiceEntry> {
  const table: Record<string, ServiceEntry> = {};
  for (const service of services) {
    const { namespace = '', name } = service.metadata;
    const { clusterIP, selector, ports = [] } = service.spec;
    const behind = pods.filter(
      (entry) =>
        (entry.ready || service.spec.publishNotReadyAddresses === true) &&
        entry.pod.metadata.namespace === namespace &&
        selects(selector, entry.pod.metadata.labels),
    );
    table[`${namespace}/${name}`] = {
      clusterIP: clusterIP === undefined || clusterIP === 'None' ? '' : clusterIP,
      ports: ports.map((port) => ({
        name: port.name ?? '',
        port: port.port,
        endpoints: behind.flatMap((entry) => {
          const number = targetPort(port.targetPort ?? port.port, entry.pod);
          return number === undefined ? [] : [`${entry.podIP}:${number}`];
        }),
      })),
    };
  }
  return table;
}

function selects(
  selector: Readonly<Record<string, string>> | undefined,
  labels: Readonly<Record<string, string>> = {},
): boolean {
  const wanted = Object.entries(selector ?? {});
  return wanted.length > 0 && wanted.every(([key, value]) => labels[key] === value);
}

function targetPort(port: number | string, pod: Pod): number | undefined {
  if (typeof port === 'number') return port;
  for (const container of pod.spec.containers) {
    const found = container.ports?.find((entry) => entry.name === port);
    if (found !== undefined) return found.containerPort;
  }
  return undefined;
}

/** Writes the table where the pods' hooks read it; a reader never sees half of it. */
export function writeTable(file: string, services: Readonly<Record<string, ServiceEntry>>): void {
  writeFileSync(`${file}.new`, `${JSON.stringify({ services })}\n`);
  renameSync(`${file}.new`, file);
}

/** Port that is held to mark a block of addresses as taken; nothing speaks on it. */
const MARK_PORT = 64_999;

/** Hands out loopback addresses 127.64.x.y; several sandboxes on one machine get different x. */
export class AddressPool {
  private readonly blocks: { readonly x: number; readonly mark: Server }[] = [];
  private next = 0;

  /** Next free address. */
  async take(): Promise<string> {
    if (this.next % 250 === 0) await this.reserve();
    const block = this.blocks.at(-1);
    if (block === undefined) throw new Error('no block of loopback addresses');
    this.next += 1;
    return `127.64.${block.x}.${((this.next - 1) % 250) + 1}`;
  }

  /** Gives all addresses back. */
  release(): void {
    for (const { mark } of this.blocks) mark.close();
  }

  private async reserve(): Promise<void> {
    const first = (process.pid + this.blocks.length * 7) % 255;
    for (let step = 0; step < 255; step += 1) {
      const x = (first + step) % 255;
      const mark = await listen(`127.64.${x}.254`);
      if (mark !== undefined) {
        this.blocks.push({ x, mark });
        return;
      }
    }
    throw new Error('every block of 127.64.x.y is taken by another sandbox on this machine');
  }
}

function listen(host: string): Promise<Server | undefined> {
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy());
    server.on('error', () => resolve(undefined));
    server.listen({ host, port: MARK_PORT }, () => {
      server.unref();
      resolve(server);
    });
  });
}
