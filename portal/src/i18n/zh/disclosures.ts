import type { Texts } from '../en';

/** 谁可以查询线路。 Others who ask about a holder's lines. */
export const disclosures: Texts['disclosures'] = {
  title: '谁可以查询您的信息',
  text: '银行或其他机构只有在您同意期间，才能向运营商查询您的线路。您可以随时终止。',
  told: '已作出的答复',
  nothing: '没有向任何人提供过信息。',
  asks: '希望查询 {{line}}，',
  grant: '同意',
  refuse: '不同意',
  withdraw: '终止',
  granted: '{{client}} 现在可以查询。',
  refused: '{{client}} 不能查询。',
  withdrawn: '{{client}} 不能再查询。',
  state: {
    WAITING: '等您答复',
    GRANTED: '已同意',
    REFUSED: '已拒绝',
    WITHDRAWN: '已终止',
    EXPIRED: '已过期',
  },
  until: {
    WAITING: '您可以在 {{time}} 之前答复。不答复即为不同意。',
    GRANTED: '有效期至 {{time}}。',
  },
  purpose: {
    FRAUD_PREVENTION: '用于防范欺诈。',
    IDENTITY_VERIFICATION: '用于核实您的身份。',
    REQUESTED_SERVICE: '用于您要求的服务。',
  },
  askedWith: {
    CLIENT: '对方用您的号码查询。',
    PERSON: '对方凭您在浏览器中给予的许可查询。',
    NETWORK: '您使用此线路上网时对方进行了查询，由运营商的网络确认。',
  },
  scope: {
    'kyc-match/match': '您提供给对方的姓名、出生日期和证件号码是否正确',
    'kyc-fill-in/phoneNumber': '您的电话号码',
    'kyc-fill-in/idDocument': '您的证件号码',
    'kyc-fill-in/name': '您的全名',
    'kyc-fill-in/givenName': '您的名字',
    'kyc-fill-in/familyName': '您的姓氏',
    'kyc-fill-in/birthdate': '您的出生日期',
    'kyc-age-verification/verify': '您是否已达到某个年龄',
    'kyc-tenure/check-tenure': '线路自对方指定的日期起是否一直归您所有',
    'sim-swap/check': '您的 SIM 卡最近是否更换过',
    'sim-swap/retrieve-date': '您的 SIM 卡最后一次更换的时间',
    'number-verification/verify': '您正在使用的手机是否就是您提供给对方的号码',
    'number-verification/device-phone-number/read': '您正在使用的手机的号码',
  },
};
