/** Domains in which anybody can have an account. A finding is an error, so only certain ones are listed. */
export const CONSUMER_DOMAINS: ReadonlySet<string> = new Set(
  [
    'gmail.com googlemail.com googlegroups.com icloud.com me.com mac.com aol.com msn.com live.com',
    'outlook.com outlook.de outlook.fr outlook.es hotmail.com hotmail.de hotmail.fr hotmail.it hotmail.es hotmail.co.uk',
    'yahoo.com yahoo.de yahoo.fr yahoo.it yahoo.es yahoo.co.uk yahoo.co.jp yahoo.co.in yahoo.com.br ymail.com',
    'gmx.de gmx.net gmx.at gmx.ch gmx.com web.de t-online.de proton.me protonmail.com pm.me tutanota.com',
    'mail.ru yandex.ru yandex.com qq.com 163.com 126.com orange.fr free.fr laposte.net libero.it',
  ].flatMap((line) => line.split(' ')),
);
