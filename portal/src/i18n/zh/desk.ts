import type { Texts } from '../en';

/** 运营商对其人员和异议的管理。 What an operator does about its own people and about disputes. */
export const desk: Texts['desk'] = {
  parts: '工作台的各部分',
  part: {
    today: '今日',
    cases: '存疑与异议',
    letters: '信件',
    campaigns: '专项活动',
    transfers: '转让',
    people: '人员',
    webhooks: '回调通知',
  },
  disputes: {
    title: '异议',
    lead: '由审核员在工作台作出决定。您可以在这里让线路使用者得到听取。',
    empty: '没有待处理的异议。',
    hear: '{{line}} 的链接',
    made: '请把此链接发送到 {{line}} 本身。它会取代之前的链接，且不会透露是谁提出的。',
    link: '听取说明的链接',
  },
  staff: {
    title: '您的人员',
    lead: '每人使用自己的令牌登录工作台，每次查看和决定都对应到具体的人。',
    empty: '还没有人员。请在下方添加第一位。',
    loading: '正在获取人员名单',
    add: '添加人员',
    name: '姓名',
    nameRequired: '请填写姓名。',
    roles: '角色',
    rolesRequired: '请至少选择一个角色。',
    does: {
      AGENT: '在营业厅核对来人，并打印清单',
      REVIEWER: '查看案件并作出决定',
      SUPERVISOR: '了解待办情况和决定的一致性',
      AUDITOR: '了解谁查看了什么',
      ENGINEER: '负责系统对接，不查看案件',
    },
    submit: '添加',
    token: '{{name}} 的令牌',
    tokenText: '令牌只显示这一次，请只交给本人。',
    remove: '移除 {{name}}',
    removeTitle: '要移除 {{name}} 吗？',
    removeText: '其令牌从现在起失效，已作出的决定保持不变。',
    removeYes: '是的，移除',
  },
};
