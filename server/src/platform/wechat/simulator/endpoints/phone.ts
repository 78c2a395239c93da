import { SimulatedRefusal } from '../state/refusal';
import {
  authorizedApp,
  jsonAnswer,
  readBody,
  type Endpoint,
  type EndpointAnswer,
  type EndpointContext,
} from './endpoint';

/** Exchanges a code of the phone button for the phone number. */
export const phoneEndpoint: Endpoint = { method: 'POST', path: '/wxa/business/getuserphonenumber', answer };

function answer(context: EndpointContext): EndpointAnswer {
  const { state, call } = context;
  const app = authorizedApp(context);
  const { code } = readBody(call);
  if (typeof code !== 'string') throw new SimulatedRefusal(40029, 'invalid code');
  const now = state.nowMs();
  const phone = state.user(state.codes.ownerOf('phone', app.appId, code, now))?.phone;
  if (phone === undefined) throw new SimulatedRefusal(40029, 'invalid code');
  state.codes.use(code);
  return jsonAnswer({
    errcode: 0,
    errmsg: 'ok',
    phone_info: {
      phoneNumber: phone,
      purePhoneNumber: phone,
      countryCode: '86',
      watermark: { timestamp: Math.floor(now / 1000), appid: app.appId },
    },
  });
}
