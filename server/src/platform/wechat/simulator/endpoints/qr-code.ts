import { SimulatedRefusal } from '../state/refusal';
import type { SimulatorState } from '../state/simulator-state';
import { authorizedApp, readBody, type Endpoint, type EndpointAnswer, type EndpointContext } from './endpoint';
import { drawnCodePicture } from './qr-code-picture';

const VISIBLE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]+$/;
const VERSIONS = ['release', 'trial', 'develop'];

/** Draws a mini program code: picture bytes, or a JSON error. */
export const qrCodeEndpoint: Endpoint = { method: 'POST', path: '/wxa/getwxacodeunlimit', answer };

function answer(context: EndpointContext): EndpointAnswer {
  const { state, call } = context;
  const app = authorizedApp(context);
  const body = readBody(call);
  const scene = checkedScene(body['scene']);
  const version = body['env_version'] ?? 'release';
  if (typeof version !== 'string' || !VERSIONS.includes(version))
    throw new SimulatedRefusal(40097, 'invalid args: env_version');
  const width = body['width'] ?? 430;
  if (typeof width !== 'number' || width < 280 || width > 1280)
    throw new SimulatedRefusal(40097, 'invalid args: width');
  const page = checkedPage(state, body, version === 'release');
  state.drawnCodes.push({ appId: app.appId, scene, page, envVersion: version, at: state.now() });
  return { bytes: drawnCodePicture(`${app.appId} ${page} ${scene}`), contentType: 'image/png' };
}

function checkedScene(scene: unknown): string {
  if (typeof scene !== 'string' || scene === '') throw new SimulatedRefusal(40129, 'invalid scene');
  if (scene.length > 32) throw new SimulatedRefusal(40169, 'invalid length for scene');
  if (!VISIBLE.test(scene)) throw new SimulatedRefusal(40129, 'invalid scene, scene has invalid character');
  return scene;
}

function checkedPage(state: SimulatorState, body: Readonly<Record<string, unknown>>, isRelease: boolean): string {
  const page = body['page'] ?? state.pages.published[0] ?? '';
  if (typeof page !== 'string' || page.startsWith('/') || page.includes('?')) throw invalidPage();
  const known = isRelease ? state.pages.published : [...state.pages.published, ...state.pages.trial];
  if (body['check_path'] !== false && !known.includes(page)) throw invalidPage();
  return page;
}

function invalidPage(): SimulatedRefusal {
  return new SimulatedRefusal(41030, 'invalid page');
}
