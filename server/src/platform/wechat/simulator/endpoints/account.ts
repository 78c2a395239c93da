import { SimulatedRefusal } from '../state/refusal';
import { authorizedApp, jsonAnswer, readBody, type Endpoint } from './endpoint';

/** Starts the day's count of calls anew. */
export const clearQuotaEndpoint: Endpoint = {
  method: 'POST',
  path: '/cgi-bin/clear_quota',
  answer(context) {
    const app = authorizedApp(context);
    if (readBody(context.call)['appid'] !== app.appId) throw new SimulatedRefusal(40013, 'invalid appid');
    context.state.limits.clearDay(app.appId);
    return jsonAnswer({ errcode: 0, errmsg: 'ok' });
  },
};

/** Tells what a rid was about, for 7 days. */
export const ridEndpoint: Endpoint = {
  method: 'POST',
  path: '/cgi-bin/openapi/rid/get',
  answer(context) {
    authorizedApp(context);
    const { rid } = readBody(context.call);
    if (typeof rid !== 'string' || rid === '') throw new SimulatedRefusal(76002, 'rid is empty or malformed');
    const found = context.state.requests.find(rid, context.state.nowMs());
    if (found === null) throw new SimulatedRefusal(76001, 'rid does not exist');
    if (found === 'expired') throw new SimulatedRefusal(76004, 'rid has expired');
    const request = {
      invoke_time: Math.floor(Date.parse(found.at) / 1000),
      request_url: found.path,
      response_body: JSON.stringify({ errcode: found.errcode, errmsg: found.errmsg }),
    };
    return jsonAnswer({ errcode: 0, errmsg: 'ok', request });
  },
};

/** Lists the account's templates. */
export const templateListEndpoint: Endpoint = {
  method: 'GET',
  path: '/wxaapi/newtmpl/gettemplate',
  answer(context) {
    authorizedApp(context);
    const { options, deletedTemplates } = context.state;
    const data = options.templates
      .filter((template) => !deletedTemplates.has(template.priTmplId))
      .map(({ priTmplId, title, content, type, keywordEnumValueList }) => ({
        priTmplId,
        title,
        content,
        example: '',
        type,
        keywordEnumValueList,
      }));
    return jsonAnswer({ errcode: 0, errmsg: 'ok', data });
  },
};
