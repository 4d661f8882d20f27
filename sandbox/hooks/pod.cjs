// Stands in for a pod's network inside a Node process of a sandbox pod (configurable-http-proxy): loaded by NODE_OPTIONS=--require.
// Listening on every address means the pod's own one; the name or cluster address of a Service leads to a ready pod behind it; connections on this
// machine come from the pod's address. The same rules as sandbox_network.py has for Python; the node agent keeps the table of Services fresh.
const file = process.env.SANDBOX_POD;
if (file) install(file);

function install(podFile) {
  const { readFileSync, statSync } = require('node:fs');
  const net = require('node:net');
  const dns = require('node:dns');
  const pod = JSON.parse(readFileSync(podFile, 'utf8'));
  let stamp;
  let services = {};

  function load() {
    const { mtimeMs, ino } = statSync(pod.network);
    if (`${mtimeMs} ${ino}` === stamp) return;
    services = JSON.parse(readFileSync(pod.network, 'utf8')).services;
    stamp = `${mtimeMs} ${ino}`;
  }

  function serviceOf(host) {
    load();
    if (net.isIP(host)) return Object.values(services).find((service) => service.clusterIP === host);
    const [name, namespace = pod.namespace, ...domain] = host.toLowerCase().replace(/\.$/, '').split('.');
    if (!['', 'svc', 'svc.cluster.local'].includes(domain.join('.'))) return undefined;
    return Object.hasOwn(services, `${namespace}/${name}`) ? services[`${namespace}/${name}`] : undefined;
  }

  function listens(port) {
    const address = pod.ip
      .split('.')
      .reverse()
      .map((part) => Number(part).toString(16).padStart(2, '0'))
      .join('');
    const wanted = `${address}:${Number(port).toString(16).padStart(4, '0')}`.toUpperCase();
    try {
      return readFileSync('/proc/net/tcp', 'latin1')
        .split('\n')
        .some((line) => {
          const fields = line.trim().split(/\s+/);
          return fields[1] === wanted && fields[3] === '0A';
        });
    } catch {
      return false;
    }
  }

  function target(host, port) {
    if (host === undefined || ['', 'localhost', '127.0.0.1', '::1'].includes(host))
      return listens(port) ? { host: pod.ip, port } : undefined;
    const service = serviceOf(host);
    if (service === undefined) return undefined;
    const endpoints = service.ports.find((entry) => entry.port === Number(port))?.endpoints ?? [];
    // Port 9 of the pod's own address refuses the connection, which is what an empty Service does.
    const chosen = endpoints.length === 0 ? `${pod.ip}:9` : endpoints[Math.floor(Math.random() * endpoints.length)];
    const at = chosen.lastIndexOf(':');
    return { host: chosen.slice(0, at), port: Number(chosen.slice(at + 1)) };
  }

  const connect = net.Socket.prototype.connect;
  net.Socket.prototype.connect = function patched(...args) {
    // node:net passes [options, callback] in one marked array; callers pass options, or port and host.
    const normalized = Array.isArray(args[0]) ? args[0] : net._normalizeArgs(args);
    const options = normalized[0];
    const found = options.path || options.port === undefined ? undefined : target(options.host, options.port);
    const host = found?.host ?? options.host;
    // Loopback connections come from 127.0.0.1 otherwise, whoever makes them.
    const source = net.isIPv4(host) && host.startsWith('127.') ? { localAddress: pod.ip } : {};
    normalized[0] = { ...options, ...source, ...found };
    return connect.call(this, normalized);
  };

  const listen = net.Server.prototype.listen;
  net.Server.prototype.listen = function patched(...args) {
    const normalized = net._normalizeArgs(args);
    const options = normalized[0];
    const anywhere = [undefined, null, '', '0.0.0.0', '::'].includes(options.host);
    if (options.port !== undefined && options.path === undefined && anywhere)
      return listen.call(this, { ...options, host: pod.ip }, normalized[1]);
    return listen.apply(this, args);
  };

  const lookup = dns.lookup;
  dns.lookup = function patched(hostname, options, callback) {
    const done = typeof options === 'function' ? options : callback;
    const service = typeof hostname === 'string' && !net.isIP(hostname) ? serviceOf(hostname) : undefined;
    if (service?.clusterIP) {
      const all = typeof options === 'object' && options?.all;
      return process.nextTick(() =>
        all ? done(null, [{ address: service.clusterIP, family: 4 }]) : done(null, service.clusterIP, 4),
      );
    }
    return lookup.call(dns, hostname, options, callback);
  };
}
