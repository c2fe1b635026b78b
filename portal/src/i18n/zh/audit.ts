import type { Texts } from '../en';

/** 审计日志，供核查者确认没有改动。 The audit log, for whoever checks that nothing was changed. */
export const audit: Texts['audit'] = {
  title: '审计日志',
  lead: '每个决定和每次查看都有记录，任何改动都会被发现。您可以在这里取得证明并进行核查。',
  signIn: '要取得证明，请先在本标签页的以下页面登录。核查文件则不需要登录。',
  loading: '正在获取已签名的内容',
  checkpoints: {
    title: '已签名的检查点',
    text: '每个检查点说明当时的日志内容。请不时将一个保存在本服务器以外的地方：只有这样才能发现整体重写的日志。',
    sign: '立即为日志签名',
    signed: '已签名，排在列表首位。',
    empty: '还没有签名。',
    size: '{{entries}} 条记录',
    keep: '保存',
  },
  key: {
    title: '签名用的公钥',
    text: '请与运营商公布的公钥比对。只从这里取得的公钥证明力很弱。',
  },
  proof: {
    title: '取得证明',
    of: '要证明什么',
    kind: {
      entry: '某条记录在日志中',
      grown: '日志以您保存的日志开头',
    },
    number: { entry: '记录编号', grown: '所保存日志的记录数' },
    wrong: '请填写大于 0 的整数。',
    get: '获取证明',
    got: '证明已下载。',
  },
  check: {
    title: '核查证明或导出文件',
    text: '文件不会离开本设备，只在此浏览器中核查。但本页面来自服务器：如需完全独立的核查，请使用 tools/audit-verify.py。',
    file: '文件',
    noFile: '请选择文件。',
    key: '日志的公钥',
    keyHint: '以运营商公布的为准，例如 lines.example.com/audit+3f463478+AT…；可填多个，每行一个',
    wrong: {
      key: '这不是日志的公钥，请完整复制。',
      browser: '此浏览器无法核查签名。请在安全连接下使用较新的浏览器，或使用 tools/audit-verify.py。',
    },
    running: '正在核查',
    submit: '核查',
  },
  verdict: {
    holds: '核查通过。',
    broken: '核查未通过。',
    ENTRY: '第 {{seq}} 条记录（{{type}}，{{at}}）在共 {{size}} 条的日志中。',
    GROWN: '共 {{size}} 条的日志以 {{from}} 条的日志完整开头，其根为 {{fromRoot}}。请与您保存的比对。',
    WHOLE: '全部 {{size}} 条记录与签名时一致，共 {{checkpoints}} 个检查点。',
    UNREADABLE: '这不是审计日志的证明或导出文件：第 {{line}} 行无法读取。',
    damage: {
      ALTERED: '第 {{seq}} 条记录与写入时不同。',
      OUT_OF_ORDER: '第 {{seq}} 条记录不在应有的位置：有记录被删除、添加或移动。',
      REMOVED: '日志比签名时短：第 {{seq}} 条记录缺失。',
      REWRITTEN: '截至第 {{seq}} 条，日志与签名时不同。',
      NOT_SIGNED: '{{seq}} 条记录的检查点不是由该公钥签名的。',
      NOT_PROVEN: '这些散列值不能证明第 {{seq}} 条记录。',
    },
  },
};
