"""News and milestones, and who gets a mail about them."""

from taskforce.web.news.models.item import WITH_A_DAY, Category, NewsItem, State
from taskforce.web.news.models.subscription import Subscription

__all__ = ["WITH_A_DAY", "Category", "NewsItem", "State", "Subscription"]
