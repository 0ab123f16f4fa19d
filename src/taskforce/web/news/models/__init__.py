"""News and milestones, and who gets a mail about them."""

from taskforce.web.news.models.item import Category, NewsItem, State
from taskforce.web.news.models.subscription import Subscription

__all__ = ["Category", "NewsItem", "State", "Subscription"]
