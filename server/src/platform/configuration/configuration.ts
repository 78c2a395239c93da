import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Where the rows are kept: one SQLite file, or a MySQL or MariaDB server. */
export type DatabaseAddress =
  { readonly kind: 'sqlite'; readonly file: string } | { readonly kind: 'mysql' | 'mariadb'; readonly url: string };

/** WeChat's secrets; null in demo mode, where the simulator answers instead. */
export interface WechatCredentials {
  readonly appId: string;
  readonly secret: string;
  readonly pushToken: string;
  readonly pushKey: string;
}

/** A setting that keeps the server from starting. Its message is one sentence that names the variable. */
export class ConfigurationError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ConfigurationError';
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

const SECRETS = ['WECHAT_APP_ID', 'WECHAT_SECRET', 'WECHAT_PUSH_TOKEN', 'WECHAT_PUSH_KEY'] as const;

/** Everything that differs between installations, read once from the environment and then fixed. */
export class Configuration {
  readonly isDemo: boolean;
  readonly port: number;
  readonly host: string;
  readonly dataDirectory: string;
  readonly database: DatabaseAddress;
  readonly wechat: WechatCredentials | null;
  readonly wechatBaseUrl: string;
  readonly wecomRobotKey: string | null;
  /** The address that officers' phones and browsers use, without a slash at the end. */
  readonly publicUrl: string | null;
  /** The filing number (备案号) that the web page must show; null where none is needed. */
  readonly filingNumber: string | null;
  /** What the web page is headed with before anybody has signed in. */
  readonly siteName: string;
  /** Whose `x-forwarded-for` is believed: addresses or ranges, separated by commas. */
  readonly trustedProxies: string;
  readonly logLevel: string;
  /** Where the built screens (H5) lie. */
  readonly screensDirectory: string;

  /** Throws a ConfigurationError outside demo mode when a secret is missing, and in demo mode when a real one is given. */
  constructor(environment: Environment) {
    const read = (name: string, otherwise: string): string => environment[name] ?? otherwise;
    const readOptional = (name: string): string | null => environment[name] ?? null;
    this.isDemo = environment['DEMO'] === '1';
    this.port = portOf(environment['PORT']);
    this.host = read('HOST', '0.0.0.0');
    this.dataDirectory = resolve(read('DATA_DIR', '.data'));
    this.database = databaseOf(environment['DATABASE_URL'], this.dataDirectory);
    this.wechat = credentialsOf(environment, this.isDemo);
    this.wechatBaseUrl = read('WECHAT_BASE_URL', 'https://api.weixin.qq.com');
    this.wecomRobotKey = readOptional('WECOM_ROBOT_KEY');
    this.publicUrl = readOptional('PUBLIC_URL')?.replace(/\/+$/, '') ?? null;
    this.filingNumber = readOptional('FILING_NUMBER');
    this.siteName = read('SITE_NAME', '践诺通');
    this.trustedProxies = read('TRUSTED_PROXIES', 'loopback');
    this.logLevel = read('LOG_LEVEL', 'info');
    this.screensDirectory = resolve(read('SCREENS_DIR', join(installationDirectory(), 'miniapp/dist/h5')));
  }

  /** Whether links and cookies may assume https. */
  get isSecure(): boolean {
    return this.publicUrl?.startsWith('https://') ?? false;
  }
}

/** The folder that holds server and miniapp, whether this file runs compiled or not. */
function installationDirectory(): string {
  let directory = __dirname;
  while (!existsSync(join(directory, 'miniapp')) && dirname(directory) !== directory) directory = dirname(directory);
  return directory;
}

function portOf(text: string | undefined): number {
  const port = text === undefined || text === '' ? 3000 : Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new ConfigurationError(`PORT must be a number from 0 to 65535, but it is "${text ?? ''}".`);
  }
  return port;
}

function databaseOf(text: string | undefined, dataDirectory: string): DatabaseAddress {
  if (text === undefined || text === '') return { kind: 'sqlite', file: join(dataDirectory, 'jiannuo.sqlite') };
  if (text.startsWith('mysql://')) return { kind: 'mysql', url: text };
  if (text.startsWith('mariadb://')) return { kind: 'mariadb', url: text };
  if (/^[a-z0-9+]+:\/\//i.test(text)) {
    throw new ConfigurationError(
      'DATABASE_URL must begin with mysql:// or mariadb://, or be the path of a SQLite file.',
    );
  }
  return { kind: 'sqlite', file: resolve(text) };
}

function credentialsOf(environment: Environment, isDemo: boolean): WechatCredentials | null {
  const missing = SECRETS.filter((name) => !environment[name]);
  if (isDemo) {
    const given = [...SECRETS, 'WECOM_ROBOT_KEY'].find((name) => environment[name]);
    if (given !== undefined) {
      throw new ConfigurationError(`DEMO=1 never runs with real credentials: remove ${given} from the environment.`);
    }
    return null;
  }
  if (missing.length > 0) {
    throw new ConfigurationError(`Set ${missing.join(', ')} before starting, or DEMO=1 for the demo with sample data.`);
  }
  if (!/^[A-Za-z0-9+/]{43}$/.test(environment['WECHAT_PUSH_KEY'] ?? '')) {
    throw new ConfigurationError('WECHAT_PUSH_KEY must be the 43 characters of EncodingAESKey in WeChat’s console.');
  }
  return {
    appId: environment['WECHAT_APP_ID'] ?? '',
    secret: environment['WECHAT_SECRET'] ?? '',
    pushToken: environment['WECHAT_PUSH_TOKEN'] ?? '',
    pushKey: environment['WECHAT_PUSH_KEY'] ?? '',
  };
}
