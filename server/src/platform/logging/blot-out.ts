const REMOVED = '[removed]';

/** Fields that hold secrets or personal data under these names, wherever they stand in a line. */
const SECRET_FIELDS =
  /"(authorization|cookie|token|accessToken|access_token|secret|appsecret|sessionKey|session_key|phone|phoneCode|phoneNumber|purePhoneNumber|inviteCode|jsCode|js_code|openid|openId|unionid|encodingAESKey|pushToken|pushKey|idempotency-key)":"(?:[^"\\]|\\.)*"/gi;
const SECRET_PARAMETERS = /\b(access_token|secret|appsecret|js_code|code|openid|session_key|key|token)=[^&\s"\\]+/gi;
const DATABASE_PASSWORD = /(\/\/[^:/\s"]+:)[^@\s"]+@/g;
const MOBILE_NUMBER = /(?<![\w.])1[3-9]\d{9}(?![\w])/g;
const SESSION_TOKEN = /(?<![\w-])[A-Za-z0-9_-]{43}(?![\w-])/g;

/** The same line without tokens, secrets, codes and mobile numbers. */
export function blotOut(line: string): string {
  return line
    .replace(SECRET_FIELDS, `"$1":"${REMOVED}"`)
    .replace(SECRET_PARAMETERS, `$1=${REMOVED}`)
    .replace(DATABASE_PASSWORD, `$1${REMOVED}@`)
    .replace(SESSION_TOKEN, REMOVED)
    .replace(MOBILE_NUMBER, REMOVED);
}
