"""The labels of the table of particulars that offices' sites print above a document, without the blanks in them."""

CODES = ("索引号", "信息索引号", "统一登记号", "统一编号", "登记号", "目录编号")
FILE_CODES = ("文件编号",)
"""Under which some sites print the document's number, and others a code of their own."""
NUMBERS = ("发文字号", "文号", "发文文号", "发布文号", "文件号", "文件文号")
BODIES = ("发文机关", "发文机构", "发文单位", "制定机关", "制发机关", "颁布机关", "发布部门", "制定单位")
"""Who issued the document; those of the publishers may be the site's own."""
PUBLISHERS = ("发布机构", "发布机关", "公开机构")
OTHER_PUBLISHERS = ("发布单位", "颁布单位", "责任部门", "公开责任部门")
OTHER_BODIES = ("所属机构", "批准部门")
ISSUED = ("成文日期", "成文时间", "生成日期", "发文日期", "印发日期", "签发日期", "制发日期")
OTHERWISE_ISSUED = ("发文时间", "颁布日期", "颁布时间", "印发时间")
DAYS = (*ISSUED, *OTHERWISE_ISSUED)
"""The day of issue, the surest first."""
SHOWN = ("公开日期", "公开时间", "公布日期", "公开发布日期")
"""The day on which it was made public; a page itself has that too, under the labels of `PAGE_DAYS`."""
PAGE_DAYS = ("发布日期", "发布时间")
FIRST_DAYS = ("实施日期", "施行日期", "生效日期", "实施时间", "施行时间", "生效时间")
LAST_DAYS = ("失效日期", "失效时间", "废止日期", "终止日期", "公开时限", "有效期至")
OTHER_DAYS = (*PAGE_DAYS, *SHOWN, *LAST_DAYS, "批准日期")
CLASSES = ("主题分类", "组配分类", "体裁分类", "服务对象分类", "信息分类", "信息类别", "所属分类", "公文种类")
"""What the site files it under; those of `PLAIN_CLASSES` have a meaning elsewhere too."""
PLAIN_CLASSES = ("分类", "类别", "文种", "体裁", "服务对象", "公文体裁", "公文类型", "文件类型", "所属主题")
TOPIC = "主题词"
KINDS = ("效力级别", "法规类别", "关键词", "信息来源", TOPIC)
OPENNESS = ("公开方式", "公开范围", "公开形式", "公开程序", "公开类别", "发布形式")
STATES = ("有效性", "时效性", "文件状态", "效力状态", "时效", "是否有效")
TITLES = ("标题", "名称", "文件名称", "信息名称", "法规标题", "文件标题", "公文名称")
SUMMARIES = ("内容概述", "概述", "摘要")
OTHERS = ("唯一标志", "法宝引证码", "有效期")
