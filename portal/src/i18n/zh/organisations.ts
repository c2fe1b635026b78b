import type { Texts } from '../en';

/** 由个人代为管理线路的组织。 Organisations, whose lines a person looks after. */
export const organisations: Texts['organisations'] = {
  title: '您代表的组织',
  text: '公司、学校或机关也可以持有线路。运营商的人员会将您填写的内容与登记簿摘录核对。',
  state: { PENDING: '核对中', CONFIRMED: '已确认', REFUSED: '未确认' },
  next: {
    PENDING: '请携带登记簿摘录到营业厅，或寄给运营商，随后由人员决定。',
    CONFIRMED: '有人向您转让线路时，您可以代表它接受。',
    REFUSED: '请向运营商询问还缺什么。',
  },
  add: '添加组织',
  field: {
    name: '登记簿上的名称',
    registrationNumber: '登记号',
    country: '登记所在国家',
  },
  hint: {
    name: '例如：示例贸易有限公司',
    registrationNumber: '与摘录一致',
    country: '两个字母，例如 CN 或 DE',
  },
  wrong: {
    name: '请填写名称。',
    registrationNumber: '请填写登记号。',
    country: '请填写两个字母。',
  },
  submit: '申请代表该组织',
  done: '运营商的人员会进行核对，结果会显示在这里。',
  lines: {
    title: '{{name}} 的线路',
    text: '您代表该组织：可以出借、转让、挂失和终止这些线路。它们不计入您名下的线路数量。',
    since: '登记在其名下的时间',
    nobody: '未指明',
    unnamed: '您代表的组织',
  },
  forWhom: '您为谁接受这条线路？',
  myself: '为我自己',
  named: '为 {{name}}',
  found: {
    REGISTER_EXTRACT: '登记簿摘录上有此人',
    NOTARISED_POWER_OF_ATTORNEY: '经公证的授权书',
    BOARD_RESOLUTION: '董事会决议',
    NOT_IN_REGISTER: '登记簿中没有该组织',
    REPRESENTATIVE_NOT_NAMED: '摘录上没有此人',
    EXTRACT_TOO_OLD: '摘录太旧',
    EXTRACT_MISSING: '没有出示摘录',
  },
  staff: {
    lead: '有人表示自己代表某个组织。请与登记簿摘录核对。此列表不显示任何名称。',
    loading: '正在获取组织',
    empty: '没有待核对的组织。',
    one: '登记于 {{country}} 的组织',
    look: '查看',
    case: '组织',
    who: '表示代表该组织的人',
    decision: '您发现了什么？',
    confirms: '可以代表该组织',
    refuses: '无法确认，对方会看到原因',
    confirmTitle: '确定对 {{name}} 作出此决定吗？',
    decided: '谢谢，对方会看到您的结论。',
  },
};
