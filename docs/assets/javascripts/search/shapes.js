// Characters that are taken for one another by their shape, in groups.
// @ts-check
"use strict"

var ArchiveShapes = (() => {
  const GROUPS = (
    "已己巳 未末本 土士上 人入八 大太犬天夫 干千于 日曰目白 田由甲申电 量置重 质盾 强张弦 市布巾币 治冶洽 设没役投 拔拨 侯候 管菅官 准淮谁推 检捡验险脸签 标杯际 "
    + "技枝肢歧 监临鉴 品晶 食良 产严 理埋 督睿 升开井 业亚 务备 优忧扰 创抢枪仓 新析斩 提堤题 供洪共 给结拾 制刷 造选 服报 各名 消费弗 者著老 权极 保堡 护沪炉 "
    + "安按女 全金 生主 企止 牌脾碑 竞竟 争净 力刀 办为 发友 展屏 规现视 划列 计许订 量景 认让 证征 体休 系糸 工王 程稞 项顷顶 目且 改攻 革草 政敌 策第 法去 "
    + "律津 行往 领须 城域 乡幺 镇填 村材 农衣 民氏 商高 场扬杨 公么 司同 机杌 构沟购钩 组祖租姐阻 织识职炽 关天 部陪倍 门们 国围固 家冢 省看 县具 区巨 级极吸 "
    + "科料 学字 院完 研砚 究穷 实买头 施拖 执热 落洛 加如 快块 建健键 立位 完宏 善普 形刑 成戍 推难 进近 动勋 扩旷 转较 型刑 升什 高亮 信倍 息思 技伎 术木 人工 智知 能熊 "
    + "数教 据居 网同 络路 平乎 台合 环坏怀 境镜 绿缘录 色包 清情请晴精睛静 洁沽 能态 源原 水永冰 气乞 防妨访放 险俭 险脸 应庆 急念 处外 置胃 查杳 抽袖 检俭 测侧则 试式 "
    + "价介 格恪 贸资货贷 外处 出山 口曰 进讲 贷货 款欵 融隔 资姿 金全 银跟 税说 收牧 费贵 财材 支友 持特待侍 励厉 奖将浆 惩征 罚罪 责贵 任仕 考老 核该刻 评坪 估诂 "
    + "首自 席度 官宫 员贝 训川 培倍陪 养羊 才寸 队从 伍五 师帅 德得 文交 化代花 旅族 游海 体住 育盲 医匠 药约 疗辽 卫工 教孝 残歹 幼幻 少小 儿几 妇归 女安 "
    + "粮根 油抽 肉内 菜采 果课 茶荼 酒洒 奶仍 种钟 畜蓄 禽离 渔鱼 林森 牧收 副福 业丛 特待 色绝 地池 理里 标示 志忘 绝色 专传 利和 知和 识只 产立 权杖 "
    + "十干 五王 三王 百白 千十 万方 亿忆 率卒 比此 倍培 年午 月用 季李 度席 期朝 间问闻 第弟 条各 款教 章童 节书 编偏遍篇 附付 件伴 表衰 图圆 单早 双又 "
    + "徽微 候侯 赢羸 崇祟 辨辩辫 戌戍戊 券卷 晴睛 脉胍 概慨 摘滴嫡 搏博膊 幅副福 偏编 谍碟蝶 锻缎 缀辍 募幕墓暮慕 拢扰 庭延廷 诞延 弛驰 恃持 狭峡挟 汇江 隐稳 轨轧 帅师 歼奸 寒塞赛 寨塞 肆肄"
  ).split(" ")
  /** @type {Map<string, Set<string>>} */
  const alike = new Map()
  for (const group of GROUPS) {
    for (const character of group) alike.set(character, new Set([...(alike.get(character) || []), ...group]))
  }

  /** The characters that one may be taken for, itself among them. @returns {Set<string>} */
  const alikeTo = (/** @type {string} */ character) => alike.get(character) || new Set([character])

  return { alike: alikeTo }
})()
