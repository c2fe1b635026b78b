import type { Texts } from '../en';

/** 主管为保证决定质量所做的工作。 What a supervisor does so that decisions stay good. */
export const training: Texts['training'] = {
  nobody: '请选择人员',
  choose: '请选择一个人。',
  skills: {
    title: '审核员的专长',
    text: '尚未设定专长的审核员可以处理任何案件。',
    who: '审核员',
    which: '从现在起只处理以下类型',
    none: '一项都不选时，此人不会收到案件。',
    set: '保存',
    done: '已为 {{name}} 保存。',
  },
  skill: {
    GENERAL: '各类证件',
    CHIP: '带芯片的证件',
    PRINTED: '印刷证件',
    CHINESE_DOCUMENT: '中国证件',
  },
  seeds: {
    title: '已知结果的案件',
    text: '它们与其他案件看起来一样，使用绘制的面孔，不涉及任何线路。没有人知道是哪些；它们用来衡量决定是否一致。',
    truth: '真实情况',
    count: '数量',
    countWrong: '请填写 1 到 {{most}} 的数字。',
    submit: '放入队列',
    done: '它们已混入其他案件。',
  },
  truth: {
    SAME_PERSON: '同一个人',
    ANOTHER_PERSON: '另一个人',
    FIELDS_CHANGED: '同一个人，但资料被改动',
  },
  third: {
    title: '两人意见不一',
    text: '请指定第三人裁定。您看不到两人的结论，也不能指定其中任何一人。',
    none: '目前没有意见不一的案件。',
    who: '由谁裁定',
    confirm: '指定',
    done: '由 {{name}} 裁定。',
  },
};
