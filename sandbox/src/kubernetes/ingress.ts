import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Log } from '../log.js';
import type { KubeClient } from './client.js';
import { followCertificates } from './ingress-certificates.js';
import { type CloudAccess, IngressCloud } from './ingress-cloud.js';
import { IngressController, type Route } from './ingress-controller.js';
import { answer, forward, forwardUpgrade, passedOn, refuseUpgrade } from './ingress-forward.js';

export type { Route } from './ingress-controller.js';

/** What the ingress stand-in needs. */
export interface IngressOptions {
  readonly client: KubeClient;
  /** The emulator, in which the load balancer's resources are made. */
  readonly emulator: CloudAccess;
  /** Project id. */
  readonly project: string;
  /** Project number, default: asked of the emulator. */
  readonly projectNumber?: string;
  /** Milliseconds until a managed certificate is active, default 1500. */
  readonly certificateDelay?: number;
  readonly log: Log;
}

/** A running stand-in of GKE's ingress controller. */
export interface Ingress {
  /** Address of a listener past IAP, straight to the proxy's pod: for what comes from inside the cluster, and for tests that go around IAP. */
  readonly hubUrl: string;
  /** The route of a host name; the only one there is where none has that name, or none is given. */
  routes(host?: string): Route | undefined;
  /** Names of the backend services that requests are sent to. */
  backendServices(): readonly string[];
  stop(): Promise<void>;
}

/** Starts the stand-in; it serves Ingresses of class `gce` as they come and go. */
export async function startIngress(options: IngressOptions): Promise<Ingress> {
  const { client, emulator, project, log } = options;
  const cloud = new IngressCloud(emulator, project, options.projectNumber);
  const controller = new IngressController(client, cloud, log);
  const certificates = followCertificates(client, options.certificateDelay ?? 1500, log);
  const routes = (host?: string): Route | undefined => {
    const all = controller.routes;
    const name = host?.replace(/:\d+$/, '').toLowerCase();
    const below = name?.replace(/^[^.]+/, '*');
    return (
      all.find((route) => route.host === name) ??
      all.find((route) => route.host === below) ??
      (all.length === 1 ? all[0] : all.find((route) => route.host === ''))
    );
  };
  const listener = await listen({
    request: (incoming, response) => {
      const target = routes(incoming.headers.host)?.target();
      if (target === undefined) answer(response, 502, 'No pod of the proxy is ready.\n');
      else forward(incoming, response, target, passedOn(incoming));
    },
    upgrade: (incoming, socket, head) => {
      const target = routes(incoming.headers.host)?.target();
      if (target === undefined) refuseUpgrade(socket, 502, 'No pod of the proxy is ready.\n');
      else forwardUpgrade(incoming, socket, head, { target, headers: passedOn(incoming), limitSeconds: 86_400 });
    },
  });
  return {
    hubUrl: listener.url,
    routes,
    backendServices: () => [...new Set(controller.routes.map(({ backend }) => backend.name))],
    async stop(): Promise<void> {
      certificates.stop();
      await Promise.all([controller.stop(), listener.stop()]);
    },
  };
}

/** What a listener does with requests and upgrades. */
export interface Serving {
  readonly request: (incoming: IncomingMessage, response: ServerResponse) => void;
  readonly upgrade: (incoming: IncomingMessage, socket: Socket, head: Buffer) => void;
}

/** A loopback listener on a free port that can be stopped with all its connections. */
export async function listen(serving: Serving): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createServer();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
  });
  server.on('request', serving.request);
  server.on('upgrade', (incoming, socket, head) => serving.upgrade(incoming, socket as Socket, head));
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject).listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop(): Promise<void> {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
