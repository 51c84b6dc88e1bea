"""Months by their number and weekdays by theirs (Monday is 0), as the six languages write them in a date."""

_MONTHS = """
january jan januar jänner januars januare janvier janv enero ene січень січня січні يناير جانفي
february feb febr februar feber februars février févr fév febrero лютий лютого лютому فبراير شباط فيفري
march mar märz mrz mars marzo березень березня березні مارس آذار
april apr aprils avril avr abril abr квітень квітня квітні أبريل إبريل ابريل نيسان أفريل
may mai mayo травень травня травні مايو أيار ماي
june jun juni juin junio червень червня червні يونيو يونيه حزيران جوان
july jul juli juil juillet julio липень липня липні يوليو يوليه تموز جويلية يوليوز
august aug août agosto ago серпень серпня серпні أغسطس اغسطس آب أوت غشت
september sep sept septembre septiembre setiembre вересень вересня вересні سبتمبر أيلول شتنبر
october oct oktober okt octobre octubre жовтень жовтня жовтні أكتوبر اكتوبر
november nov novembre noviembre листопад листопада листопаді نوفمبر نونبر
december dec dezember dez décembre déc diciembre dic грудень грудня грудні ديسمبر دجنبر
"""
_WEEKDAYS = """
monday montag lundi lunes понеділок понеділка الاثنين الإثنين
tuesday dienstag mardi martes вівторок вівторка الثلاثاء
wednesday mittwoch mercredi miércoles середа середи середу الأربعاء
thursday donnerstag jeudi jueves четвер четверга الخميس
friday freitag vendredi viernes пʼятниця п’ятниця п’ятниці الجمعة
saturday samstag sonnabend samedi sábado субота суботи السبت
sunday sonntag dimanche domingo неділя неділі الأحد
"""


def _numbered(table: str, *, start: int) -> dict[str, int]:
    return {word: number for number, line in enumerate(table.split("\n")[1:-1], start) for word in line.split()}


MONTHS = _numbered(_MONTHS, start=1)
WEEKDAYS = _numbered(_WEEKDAYS, start=0)
